/**
 * Weaves classes. Start reading at {@link dev.weft.agent.rewrite.ClassRewriter}, which tells the
 * whole story in one method.
 */
@NullMarked
package dev.weft.agent.rewrite;

import org.jspecify.annotations.NullMarked;
