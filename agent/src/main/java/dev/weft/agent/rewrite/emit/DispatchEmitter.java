package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FrameNode;

/**
 * Emits the start of a body: a tableswitch on the state of the frame leads to where it goes on. The
 * start of a generator is state 0; a subroutine that starts has no frame.
 */
final class DispatchEmitter {
  private final StateMachinePlan plan;
  private final String frameClass;
  private final CodeWriter code;
  private final SectionLabels labels;
  private final StackMapFrames frames;
  private final SpillEmitter spills;
  private final Label corrupt = new Label();

  DispatchEmitter(
      StateMachinePlan plan,
      String frameClass,
      CodeWriter code,
      SectionLabels labels,
      StackMapFrames frames,
      SpillEmitter spills) {
    this.plan = plan;
    this.frameClass = frameClass;
    this.code = code;
    this.labels = labels;
    this.frames = frames;
    this.spills = spills;
  }

  /** Begins the body. */
  void emit() {
    boolean generator = plan.source().isGenerator();
    Label start = new Label();
    code.loadFrame();
    code.checkcast(Type.getObjectType(frameClass));
    code.dup();
    code.store(Body.FRAME, CodeWriter.OBJECT_TYPE);
    if (!generator) {
      code.ifnull(start);
      code.loadFrame();
    }
    code.getfield(frameClass, "state", "I");
    List<Label> targets = new ArrayList<>(plan.states().stream().map(labels::resumption).toList());
    if (generator) {
      code.cast(Type.INT_TYPE, Type.CHAR_TYPE); // drops the flags above the resume point
      targets.add(0, start);
    }
    int first = generator ? 0 : 1;
    code.tableswitch(first, plan.states().size(), corrupt, targets.toArray(Label[]::new));
    code.label(start);
    code.frame(generator ? frames.empty(List.of()) : parameters());
    plan.arguments().forEach(spills::restore);
  }

  private FrameNode parameters() {
    return frames.of(plan.analysis().parameters(), List.of());
  }

  /** Where a state leads that no point has. */
  void corrupt() {
    code.label(corrupt);
    code.frame(frames.empty(List.of()));
    code.loadFrame();
    code.invokevirtual(frameClass, "corrupt", "()Ljava/lang/IllegalStateException;", false);
    code.athrow();
  }
}
