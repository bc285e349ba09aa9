/**
 * How the cost of a switch grows with the number of suspended generators, with the depth of the
 * yield, and with the number of live variables. The main entry point is {@link
 * dev.weft.benchmarks.scale.Scale}.
 */
@NullMarked
package dev.weft.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
