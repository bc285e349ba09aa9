/**
 * What the build does to the agent's jar before anything uses it. The main entry point is {@link
 * dev.weft.packaging.AgentJar}.
 */
@NullMarked
package dev.weft.packaging;

import org.jspecify.annotations.NullMarked;
