/**
 * Coroutines for Java: the public API, all that a user imports. Start with {@link
 * dev.weft.Coroutine}, the mark of a method that can stop in the middle, and {@link
 * dev.weft.Generator}, what one drives.
 */
@NullMarked
package dev.weft;

import org.jspecify.annotations.NullMarked;
