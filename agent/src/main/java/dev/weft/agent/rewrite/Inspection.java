package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.model.Findings;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;

/**
 * What the weaver decides about a class, before any code is emitted.
 *
 * @param type the class, in which lambdas and delegations that become methods are methods already
 * @param findings what there is to do
 * @param plans how each coroutine method that is woven becomes a state machine
 */
public record Inspection(ClassNode type, Findings findings, List<StateMachinePlan> plans) {
  /** Copies the list. */
  public Inspection {
    plans = List.copyOf(plans);
  }
}
