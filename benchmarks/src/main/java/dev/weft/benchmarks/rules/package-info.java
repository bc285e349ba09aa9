/**
 * What each rule of the woven code's design buys: twins of one generator, written by hand as the
 * weaver would write it, with the rule and without. Both come out of one run, so that their ratio
 * is what the rule is worth.
 *
 * <p>{@link dev.weft.benchmarks.rules.Machine} is what the twins share.
 */
@NullMarked
package dev.weft.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
