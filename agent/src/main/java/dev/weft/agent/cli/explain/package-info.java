/**
 * Tells people what the weaver decides about a method: {@link
 * dev.weft.agent.cli.explain.StateTable} in words, {@link dev.weft.agent.cli.explain.FlowChart} as
 * a picture.
 */
@NullMarked
package dev.weft.agent.cli.explain;

import org.jspecify.annotations.NullMarked;
