/**
 * Random programs, and what woven code makes of them compared with what it was woven from. The main
 * entry point is {@link dev.weft.fuzz.Fuzzing}.
 *
 * <p>Everything random is drawn from {@link dev.weft.fuzz.Choices}, so that a seed names a program
 * and {@link dev.weft.fuzz.Shrinker} can make any failing one small.
 */
package dev.weft.fuzz;
