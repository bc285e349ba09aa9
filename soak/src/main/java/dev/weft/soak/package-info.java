/**
 * Real libraries as tests of the weaver. {@link dev.weft.soak.SoakSuites} is the door: it runs the
 * own tests of each library, and some programs, unwoven and soaked, and compares.
 */
@NullMarked
package dev.weft.soak;

import org.jspecify.annotations.NullMarked;
