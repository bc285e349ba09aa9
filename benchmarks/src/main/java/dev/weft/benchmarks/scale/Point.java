package dev.weft.benchmarks.scale;

/**
 * A measured point of a line.
 *
 * @param size how many generators, calls or variables
 * @param nanos what a switch costs
 */
record Point(int size, double nanos) {}
