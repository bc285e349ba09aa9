/**
 * The Java agent: {@link dev.weft.agent.CoroutineAgent} starts it, {@link
 * dev.weft.agent.CoroutineTransformer} decides which classes are shown to the weaver in {@link
 * dev.weft.agent.rewrite}.
 */
@NullMarked
package dev.weft.agent;

import org.jspecify.annotations.NullMarked;
