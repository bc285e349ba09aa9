package dev.weft.benchmarks.guard;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the guard has found.
 *
 * @param ratios the best ratio of every case
 * @param slower the keys of those that have become slower by more than the margin
 */
record Verdict(SortedMap<String, Double> ratios, SortedSet<String> slower) {}
