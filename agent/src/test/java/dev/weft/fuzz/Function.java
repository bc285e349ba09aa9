package dev.weft.fuzz;

import java.util.List;

/** A method of a random program. */
record Function(String name, boolean isStatic, List<ValueType> parameters, ValueType result) {}
