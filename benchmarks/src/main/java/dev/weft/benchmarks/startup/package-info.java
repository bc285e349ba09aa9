/**
 * How much longer a program takes to start with the agent. The main entry point is {@link
 * dev.weft.benchmarks.startup.Startup}.
 */
@NullMarked
package dev.weft.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
