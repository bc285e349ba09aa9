/** Tests of the shapes and of what is told about them. */
@NullMarked
package dev.weft.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
