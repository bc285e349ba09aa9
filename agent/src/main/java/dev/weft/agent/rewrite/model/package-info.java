/**
 * The immutable values that the stages of the weaver hand to each other. Read second, after {@link
 * dev.weft.agent.rewrite.ClassRewriter}: {@link dev.weft.agent.rewrite.model.CoroutineMethod} is
 * what find makes, {@link dev.weft.agent.rewrite.model.MethodAnalysis} what analyse makes, {@link
 * dev.weft.agent.rewrite.model.StateMachinePlan} what split makes, and {@link
 * dev.weft.agent.rewrite.model.WovenClass} what emit makes.
 */
@NullMarked
package dev.weft.agent.rewrite.model;

import org.jspecify.annotations.NullMarked;
