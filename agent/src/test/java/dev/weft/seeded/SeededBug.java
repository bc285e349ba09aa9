package dev.weft.seeded;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A bug to seed in the weaver: in one compiled method, each call of one method calls one of {@link
 * WrongTurns} instead.
 */
enum SeededBug {
  DROPPED_LOCAL(
      "a local that has changed is not saved",
      "emit/SpillEmitter.save",
      "MachineState.changed",
      "allButTheLast"),
  SAVED_ONCE(
      "what has changed is saved at the first suspension only",
      "emit/SpillEmitter.save",
      "MachineState.changed",
      "nothingChanged"),
  SWAPPED_HANDLERS(
      "exception handlers are tried from the last to the first",
      "emit/ExceptionTable.coverRanges",
      "List.iterator",
      "backwards"),
  SUSPENDED_IN_MONITOR(
      "a call in a synchronized block counts as suspending",
      "find/SuspensionPointFinder.find",
      "MonitorDepth.isHeld",
      "notHeld"),
  OFF_BY_ONE_STATE(
      "a subroutine goes on at the point before the one where it was suspended",
      "emit/SpillEmitter.saveSubroutineState",
      "MachineState.number",
      "previousNumber"),
  NOT_CLEARED(
      "a frame does not let go of a reference that is dead",
      "emit/SpillEmitter.save",
      "MachineState.cleared",
      "nothingCleared"),
  STACK_UPSIDE_DOWN(
      "the operand stack is restored in the wrong order",
      "emit/SpillEmitter.resumeAt",
      "PointAnalysis.stack",
      "stackUpsideDown"),
  NOTHING_THROWN(
      "what was raised is received as a value, and not thrown",
      "emit/PointEmitter.received",
      "CodeWriter.invokestatic",
      "noCall"),
  HANDLERS_IGNORED(
      "what only an exception handler reads counts as dead",
      "analyse/Liveness.update",
      "ControlFlow.handlers",
      "noHandlers");

  private static final String WEAVER = "dev/weft/agent/rewrite/";

  private final String description;
  private final String type;
  private final String method;
  private final String call;
  private final String wrong;

  SeededBug(String description, String method, String call, String wrong) {
    this.description = description;
    this.type = WEAVER + method.substring(0, method.indexOf('.'));
    this.method = method.substring(method.indexOf('.') + 1);
    this.call = call;
    this.wrong = wrong;
  }

  /** What is wrong with the weaver. */
  String description() {
    return description;
  }

  /** The class that has the bug. */
  String type() {
    return type.replace('/', '.');
  }

  /** Where the class file of the class that has the bug belongs. */
  String file() {
    return type + ".class";
  }

  /** The class with the bug. Fails if the weaver makes no such call any more. */
  byte[] seed() throws IOException {
    ClassNode node = new ClassNode();
    try (InputStream in = SeededBug.class.getResourceAsStream("/" + file())) {
      new ClassReader(in).accept(node, 0);
    }
    int seeded = node.methods.stream().mapToInt(this::seed).sum();
    if (seeded == 0) {
      throw new IllegalStateException(
          type + "." + method + " does not call " + call + " any more; choose another for " + this);
    }
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }

  private int seed(MethodNode in) {
    List<MethodInsnNode> calls =
        in.name.equals(method)
            ? Arrays.stream(in.instructions.toArray())
                .filter(MethodInsnNode.class::isInstance)
                .map(MethodInsnNode.class::cast)
                .filter(c -> ("/" + c.owner + "." + c.name).endsWith("/" + call))
                .toList()
            : List.of();
    String owner = Type.getInternalName(WrongTurns.class);
    calls.forEach(right ->
        in.instructions.set(
            right, new MethodInsnNode(Opcodes.INVOKESTATIC, owner, wrong, descriptor(), false)));
    return calls.size();
  }

  private String descriptor() {
    Method turn =
        Arrays.stream(WrongTurns.class.getMethods())
            .filter(m -> m.getName().equals(wrong))
            .findFirst()
            .orElseThrow();
    return Type.getMethodDescriptor(turn);
  }
}
