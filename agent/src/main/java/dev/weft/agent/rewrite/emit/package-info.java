/**
 * Emits woven classes from plans. The door is {@link dev.weft.agent.rewrite.emit.ClassEmitter};
 * what a method becomes is in {@link dev.weft.agent.rewrite.emit.StateMachineEmitter}.
 */
@NullMarked
package dev.weft.agent.rewrite.emit;

import org.jspecify.annotations.NullMarked;
