/**
 * What of a benchmark is measured besides the clock's time. The door is {@link
 * dev.weft.benchmarks.timing.CpuTime}.
 */
@NullMarked
package dev.weft.benchmarks.timing;

import org.jspecify.annotations.NullMarked;
