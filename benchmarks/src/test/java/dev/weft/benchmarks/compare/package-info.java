/** Tests of the parts of the comparison that do not measure. */
@NullMarked
package dev.weft.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
