/**
 * Checks the tests: seeds known bugs in the compiled weaver, one at a time, and sees whether the
 * tests notice. The door is {@link dev.weft.seeded.SeededBugs}.
 */
package dev.weft.seeded;
