/**
 * The comparison for people: what a switch between coroutines costs next to a switch between
 * threads and next to other libraries, in time and in memory, in a few minutes. The main entry
 * point is {@link dev.weft.benchmarks.compare.Compare}.
 *
 * <p>{@code Contestant} says what is compared; a {@code Peer} is another library, which need not be
 * there. {@code SwitchTimer} and {@code HeapMeter} measure it, {@code Report} holds what came out,
 * and {@code Tables}, {@code BarChart} and {@code Json} show it.
 */
@NullMarked
package dev.weft.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
