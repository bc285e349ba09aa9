/**
 * Finds what has to be woven. The door is {@link dev.weft.agent.rewrite.find.CoroutineFinder}; the
 * single place that decides what suspends is {@link
 * dev.weft.agent.rewrite.find.SuspensionPointFinder}.
 */
@NullMarked
package dev.weft.agent.rewrite.find;

import org.jspecify.annotations.NullMarked;
