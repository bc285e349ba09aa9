package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Neighbours;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;

/**
 * Emits the lines of a woven body. Code is of the line whose entry stands last before it, so code
 * that is not where the source has it needs an entry of its own. That stands at an instruction that
 * never runs, since a breakpoint must not be hit once more in the middle of a line.
 */
final class LineEmitter {
  private final CodeWriter code;
  private final StackMapFrames frames;
  private int last = -1;

  LineEmitter(CodeWriter code, StackMapFrames frames) {
    this.code = code;
    this.frames = frames;
  }

  /** Begins a line where the original does. */
  void begin(LineNumberNode line) {
    last = line.line;
    Label here = new Label();
    code.label(here);
    code.visitLineNumber(last, here);
  }

  /** Goes on with the line of an instruction of the original, where nothing falls through to. */
  void goOn(AbstractInsnNode instruction) {
    LineNumberNode line = Neighbours.line(instruction);
    if (line != null && line.line != last) {
      begin(line);
      code.frame(frames.empty(List.of("java/lang/Throwable")));
      code.athrow();
    }
  }
}
