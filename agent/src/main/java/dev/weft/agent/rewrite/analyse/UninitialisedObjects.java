package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.Body;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.SuspensionPoint;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Lets a body suspend between {@code new} and the constructor, where the object can be neither
 * saved nor passed on.
 *
 * <ol>
 *   <li>Objects that are uninitialised at a suspension point are found by data flow, wherever they
 *       are: on the stack, or parked in locals.
 *   <li>Their {@code new} becomes {@code new; pop; aconst_null}: it still initialises the class
 *       where the source does, but null takes the object's place. Null can be copied, stored and
 *       saved.
 *   <li>At the constructor call the object is {@linkplain Construction made} anew, and takes the
 *       place of every copy of that null.
 * </ol>
 */
final class UninitialisedObjects {
  private final MethodNode code;
  private final Map<AbstractInsnNode, List<AbstractInsnNode>> constructions = new HashMap<>();

  private UninitialisedObjects(MethodNode code) {
    this.code = code;
  }

  /** Replaces, in the code of a body, the objects that are uninitialised at its points. */
  static void replace(Body body, List<Local> parameters) {
    UninitialisedObjects objects = new UninitialisedObjects(body.code());
    Set<AbstractInsnNode> sites = objects.suspendedSites(body, parameters);
    if (!sites.isEmpty()) {
      objects.planConstructions(sites, parameters);
      objects.rewriteFrames(sites);
      objects.rewriteConstructions();
      sites.forEach(objects::rewriteNew);
    }
  }

  private Set<AbstractInsnNode> suspendedSites(Body body, List<Local> parameters) {
    Set<AbstractInsnNode> points =
        body.points().stream().map(SuspensionPoint::call).collect(Collectors.toSet());
    Set<AbstractInsnNode> sites = new HashSet<>();
    FrameTyping.walk(
        code,
        parameters,
        (instruction, before) -> {
          if (points.contains(instruction)) {
            values(before).stream().filter(v -> v.site() != null).forEach(v -> sites.add(v.site()));
          }
        });
    return sites;
  }

  private static List<VerificationType> values(Frame<VerificationType> frame) {
    List<VerificationType> values = new ArrayList<>();
    for (int i = 0; i < frame.getLocals(); i++) {
      values.add(frame.getLocal(i));
    }
    for (int i = 0; i < frame.getStackSize(); i++) {
      values.add(frame.getStack(i));
    }
    return values;
  }

  private void planConstructions(Set<AbstractInsnNode> sites, List<Local> parameters) {
    int temporaries = code.maxLocals;
    FrameTyping.walk(
        code,
        parameters,
        (instruction, before) -> {
          if (instruction instanceof MethodInsnNode call && call.name.equals("<init>")) {
            Construction construction = new Construction(call, before, temporaries);
            if (sites.contains(construction.site())) {
              constructions.put(call, construction.instructions());
              code.maxLocals = Math.max(code.maxLocals, construction.maxLocals());
            }
          }
        });
    code.maxStack += 2;
  }

  private void rewriteFrames(Set<AbstractInsnNode> sites) {
    for (AbstractInsnNode instruction : code.instructions) {
      if (instruction instanceof FrameNode frame) {
        frame.local = withoutSites(frame.local, sites);
        frame.stack = withoutSites(frame.stack, sites);
      }
    }
  }

  private static List<Object> withoutSites(List<Object> items, Set<AbstractInsnNode> sites) {
    List<Object> result = new ArrayList<>();
    for (Object item : items) {
      boolean replaced = item instanceof LabelNode label && sites.contains(siteOf(label));
      result.add(replaced ? Opcodes.NULL : item);
    }
    return result;
  }

  private static AbstractInsnNode siteOf(LabelNode label) {
    AbstractInsnNode site = label;
    while (site.getOpcode() < 0) {
      site = site.getNext();
    }
    return site;
  }

  private void rewriteConstructions() {
    constructions.forEach((call, replacement) -> {
      replacement.forEach(added -> code.instructions.insertBefore(call, added));
      code.instructions.remove(call);
    });
  }

  private void rewriteNew(AbstractInsnNode site) {
    code.instructions.insert(site, new InsnNode(Opcodes.ACONST_NULL));
    code.instructions.insert(site, new InsnNode(Opcodes.POP));
  }
}
