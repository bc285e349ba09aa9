/**
 * The JDK's own one-shot continuation, on which virtual threads are built, as a generator. It is
 * internal and needs {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED} and JDK 21. The
 * entry point for use as an iterator is {@link
 * dev.weft.benchmarks.continuation.ContinuationIterator}.
 */
@NullMarked
package dev.weft.benchmarks.continuation;

import org.jspecify.annotations.NullMarked;
