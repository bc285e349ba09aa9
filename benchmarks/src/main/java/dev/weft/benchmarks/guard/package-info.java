/**
 * Guards against regressions: measures the benchmarks that name a {@link
 * dev.weft.benchmarks.Floor}, and compares their ratios to it with those of a baseline. The main
 * entry point is {@link dev.weft.benchmarks.guard.Guard}.
 */
@NullMarked
package dev.weft.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
