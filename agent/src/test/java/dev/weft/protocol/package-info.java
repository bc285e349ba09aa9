/**
 * The generator protocol word for word: what every call does in every state, what it says when it
 * refuses, and what it leaves behind. The same body is tried in every form that a coroutine has;
 * see {@link dev.weft.protocol.Echo}.
 */
@NullMarked
package dev.weft.protocol;

import org.jspecify.annotations.NullMarked;
