/**
 * Weft for tests that JUnit runs: nothing to call, it is enough that the jar is on the class path
 * of the tests. The main entry point is {@link dev.weft.junit.WeavingSessionListener}.
 */
@NullMarked
package dev.weft.junit;

import org.jspecify.annotations.NullMarked;
