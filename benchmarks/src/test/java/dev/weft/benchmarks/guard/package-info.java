/** Tests of what the guard decides; none of them measures. */
@NullMarked
package dev.weft.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
