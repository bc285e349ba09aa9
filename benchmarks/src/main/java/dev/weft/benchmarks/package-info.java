/**
 * What a switch costs, measured with JMH: one class per case, each with its floor (a plain loop or
 * an iterator written by hand) beside the coroutine, so that both come out of one run.
 *
 * <p>Read {@link dev.weft.benchmarks.Generate} first. {@link dev.weft.benchmarks.Main} runs them.
 */
@NullMarked
package dev.weft.benchmarks;

import org.jspecify.annotations.NullMarked;
