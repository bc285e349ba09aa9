package dev.weft.agent.rewrite.emit;

import org.objectweb.asm.commons.InstructionAdapter;

/** Writes the code of one method. */
@FunctionalInterface
interface CodeBlock {
  /**
   * Writes.
   *
   * @param code where to
   */
  void write(InstructionAdapter code);
}
