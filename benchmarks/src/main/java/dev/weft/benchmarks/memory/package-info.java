/**
 * How much memory a suspended generator holds, by what it keeps, beside threads and code written by
 * hand. The main entry point is {@link dev.weft.benchmarks.memory.Memory}; {@link
 * dev.weft.benchmarks.memory.Shapes} is how other libraries add rows.
 */
@NullMarked
package dev.weft.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
