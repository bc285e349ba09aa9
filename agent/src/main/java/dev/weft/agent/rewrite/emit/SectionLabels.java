package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.MachineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The labels of a woven body: every section has its own for each label of the original. */
final class SectionLabels {
  private final CodeSections sections;
  private final InsnList original;
  private final List<Map<LabelNode, LabelNode>> labels = new ArrayList<>();
  private final List<Map<Integer, Label>> entries = new ArrayList<>();
  private final Map<Integer, Label> resumptions = new HashMap<>();

  SectionLabels(CodeSections sections, InsnList original) {
    this.sections = sections;
    this.original = original;
    for (int section = 0; section < sections.sections().size(); section++) {
      labels.add(new HashMap<>());
      entries.add(new HashMap<>());
    }
  }

  /** The label that stands in a section for one of the original. */
  LabelNode in(int section, LabelNode label) {
    return labels.get(section).computeIfAbsent(label, l -> new LabelNode());
  }

  /** What a jump, or an exception, in a section leads to that leads to a label in the original. */
  LabelNode target(int section, LabelNode label) {
    return in(sections.target(section, original.indexOf(label)), label);
  }

  /** The label of an instruction that is no target in the original. */
  Label entry(int section, int index) {
    return entries.get(section).computeIfAbsent(index, i -> new Label());
  }

  /** Where a point goes on; there is one place only. */
  Label resumption(MachineState state) {
    return resumptions.computeIfAbsent(state.number(), number -> new Label());
  }

  /** An instruction of the original with the labels that it has in a section. */
  AbstractInsnNode copy(int section, AbstractInsnNode instruction) {
    Map<LabelNode, LabelNode> copies = new HashMap<>();
    if (instruction instanceof LabelNode label) {
      return in(section, label);
    } else if (instruction instanceof JumpInsnNode jump) {
      copies.put(jump.label, target(section, jump.label));
    } else if (instruction instanceof TableSwitchInsnNode table) {
      table.labels.forEach(label -> copies.put(label, target(section, label)));
      copies.put(table.dflt, target(section, table.dflt));
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      lookup.labels.forEach(label -> copies.put(label, target(section, label)));
      copies.put(lookup.dflt, target(section, lookup.dflt));
    } else {
      return instruction;
    }
    return instruction.clone(copies);
  }

  /** A frame whose half-made objects are those that the same section makes. */
  FrameNode copy(int section, FrameNode frame) {
    Map<LabelNode, LabelNode> sites = new HashMap<>();
    for (List<Object> items : List.of(frame.local, frame.stack)) {
      for (Object item : items) {
        if (item instanceof LabelNode site) {
          sites.put(site, in(section, site));
        }
      }
    }
    return (FrameNode) frame.clone(sites);
  }
}
