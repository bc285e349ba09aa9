/**
 * The command line: {@link dev.weft.agent.cli.Main} and a class for each command. Nothing else
 * knows it; an agent never loads it.
 */
@NullMarked
package dev.weft.agent.cli;

import org.jspecify.annotations.NullMarked;
