/**
 * Two threads that hand ints to each other, in the three ways people use: what coroutines are
 * measured against. The main entry point is {@link dev.weft.benchmarks.threads.Partner}.
 */
@NullMarked
package dev.weft.benchmarks.threads;

import org.jspecify.annotations.NullMarked;
