/**
 * How to start a JVM that runs the benchmarks: where the agent is, which arguments, what this JDK
 * lacks. The main entry point is {@link dev.weft.benchmarks.launch.Launch}.
 */
@NullMarked
package dev.weft.benchmarks.launch;

import org.jspecify.annotations.NullMarked;
