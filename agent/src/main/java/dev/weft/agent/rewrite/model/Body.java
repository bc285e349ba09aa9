package dev.weft.agent.rewrite.model;

import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * A coroutine method with the parameters of a woven body, calls that hand on the coroutine, and
 * nothing that saves or restores yet.
 *
 * @param source the coroutine method
 * @param code a static method: local 0 is the frame, local 1 the running coroutine, local 2 what it
 *     is resumed with, and the locals of the source follow
 * @param points where it can stop, in order
 */
public record Body(CoroutineMethod source, MethodNode code, List<SuspensionPoint> points) {
  /** The local variables that woven bodies have before those of the source. */
  public static final int ADDED_LOCALS = 3;

  /** The local variable that holds the frame, or null as long as there is none. */
  public static final int FRAME = 0;

  /** The local variable that holds the running coroutine. */
  public static final int COROUTINE = 1;

  /** The local variable that holds what the frame is resumed with. */
  public static final int IN = 2;

  /** Copies the list. */
  public Body {
    points = List.copyOf(points);
  }
}
