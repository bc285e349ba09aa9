/** Tests of what is drawn and written of the points; none of them measures. */
@NullMarked
package dev.weft.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
