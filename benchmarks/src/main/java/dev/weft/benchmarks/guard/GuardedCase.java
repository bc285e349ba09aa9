package dev.weft.benchmarks.guard;

/**
 * A benchmark and what it is judged by.
 *
 * @param benchmark its full name
 * @param floor the full name of its floor
 */
record GuardedCase(String benchmark, String floor) {}
