/**
 * The generator protocol compared with CPython's: random programs, each written in Python and in
 * Java, and driven by the same random scripts. The main entry point is {@link
 * dev.weft.differential.ProtocolRun}; the half that runs in Python is the resource {@code
 * differential/world.py}.
 *
 * <p>Everything random is drawn from {@link dev.weft.fuzz.Choices}, so that a seed names a program
 * and its scripts; {@link dev.weft.differential.Shrinking} makes those that differ small.
 */
package dev.weft.differential;
