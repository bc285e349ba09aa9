package dev.weft.differential;

import java.util.List;

/** A program and scripts for it. */
record Trial(Twin twin, List<List<String>> scripts) {}
