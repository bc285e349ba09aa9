package dev.weft.agent.rewrite.model;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/** Where instructions stand in the source. */
public final class SourceLine {
  private SourceLine() {}

  /**
   * The source line of an instruction.
   *
   * @param instruction the instruction; null for none
   * @return the line; -1 if the class file does not tell
   */
  public static int of(@Nullable AbstractInsnNode instruction) {
    for (AbstractInsnNode at = instruction; at != null; at = at.getPrevious()) {
      if (at instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return -1;
  }
}
