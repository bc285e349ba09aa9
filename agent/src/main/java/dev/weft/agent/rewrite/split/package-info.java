/**
 * Decides how a coroutine method becomes a state machine. The door is {@link
 * dev.weft.agent.rewrite.split.Splitter}.
 */
@NullMarked
package dev.weft.agent.rewrite.split;

import org.jspecify.annotations.NullMarked;
