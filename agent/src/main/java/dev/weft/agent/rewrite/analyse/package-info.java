/**
 * Learns what has to be known of a coroutine method before it can be split. The door is {@link
 * dev.weft.agent.rewrite.analyse.MethodAnalyser}.
 */
@NullMarked
package dev.weft.agent.rewrite.analyse;

import org.jspecify.annotations.NullMarked;
