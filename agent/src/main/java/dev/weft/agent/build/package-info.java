/** Weaving ahead of time, whoever asks for it: a build, or the command line. */
@NullMarked
package dev.weft.agent.build;

import org.jspecify.annotations.NullMarked;
