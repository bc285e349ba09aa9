/**
 * The catalogue of cases, and which tests show each; the programs of the tests once more, as other
 * compilers and other versions of Java make them.
 */
@NullMarked
package dev.weft.corpus;

import org.jspecify.annotations.NullMarked;
