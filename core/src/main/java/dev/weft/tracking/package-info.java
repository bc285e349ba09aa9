/**
 * Tells of the generators of code that was woven with the option {@code track}: which are suspended
 * where, since when, and which were abandoned. Without that option nothing here is ever loaded.
 *
 * <p>Users ask {@link dev.weft.tracking.Tracking}, or its MBean. Woven frames extend {@link
 * dev.weft.tracking.TrackedGenerator} and {@link dev.weft.tracking.TrackedSubroutine}; start
 * reading there.
 */
@NullMarked
package dev.weft.tracking;

import org.jspecify.annotations.NullMarked;
