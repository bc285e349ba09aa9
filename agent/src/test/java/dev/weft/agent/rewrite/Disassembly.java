package dev.weft.agent.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.Printer;

/**
 * A method as a {@link Listing}, normalised: labels are numbered in their order and left out if
 * nothing refers to them, line numbers count from the method's first, and what depends on hashes is
 * replaced.
 */
public final class Disassembly {
  private static final Map<Object, String> ITEMS =
      Map.of(
          Opcodes.TOP, "TOP",
          Opcodes.INTEGER, "I",
          Opcodes.FLOAT, "F",
          Opcodes.DOUBLE, "D",
          Opcodes.LONG, "J",
          Opcodes.NULL, "NULL",
          Opcodes.UNINITIALIZED_THIS, "THIS");

  private final MethodNode method;
  private final Map<LabelNode, String> names = new HashMap<>();
  private final List<LabelNode> used = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int firstLine = -1;

  private Disassembly(MethodNode method) {
    this.method = method;
  }

  /** The listing of a method. */
  public static String of(MethodNode method) {
    return new Disassembly(method).write();
  }

  private String write() {
    List<String> body = new ArrayList<>();
    text(body); // once to learn which labels are used, and once more to name them in order
    body.clear();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LabelNode label && used.contains(label)) {
        names.computeIfAbsent(label, l -> "L" + names.size());
      }
    }
    text(body);
    return String.join("\n", body) + "\n";
  }

  private void text(List<String> body) {
    lines.clear();
    for (AbstractInsnNode instruction : method.instructions) {
      instruction(instruction);
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      String type = block.type == null ? "*" : block.type;
      line("TRY " + name(block.start) + " " + name(block.end) + " " + name(block.handler), type);
    }
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        String range = name(variable.start) + " " + name(variable.end);
        line("LOCAL " + variable.name + " " + variable.desc, range + " " + variable.index);
      }
    }
    body.addAll(lines);
  }

  private void line(String operation, Object operand) {
    String text = "  " + operation + (operand.equals("") ? "" : " " + operand);
    lines.add(text.replaceAll("(\\$\\$Weft\\$[\\w$]+)\\$[0-9a-f]{10}", "$1"));
  }

  private String name(LabelNode label) {
    used.add(label);
    return names.getOrDefault(label, "?");
  }

  private String names(List<LabelNode> labels) {
    return labels.stream().map(this::name).collect(Collectors.joining(" "));
  }

  private void instruction(AbstractInsnNode instruction) {
    if (instruction instanceof LabelNode label) {
      if (names.containsKey(label)) {
        lines.add(name(label) + ":");
      }
    } else if (instruction instanceof LineNumberNode number) {
      firstLine = firstLine < 0 ? number.line : firstLine;
      line("LINE", number.line - firstLine);
    } else if (instruction instanceof FrameNode frame) {
      line("FRAME", items(frame.local) + (frame.stack.isEmpty() ? "" : " | " + items(frame.stack)));
    } else {
      line(Printer.OPCODES[instruction.getOpcode()], operand(instruction));
    }
  }

  private String items(List<Object> items) {
    return items.stream()
        .map(i -> i instanceof LabelNode label ? "@" + name(label) : ITEMS.getOrDefault(i, "" + i))
        .collect(Collectors.joining(" "));
  }

  private Object operand(AbstractInsnNode instruction) {
    if (instruction instanceof VarInsnNode variable) {
      return variable.var;
    } else if (instruction instanceof JumpInsnNode jump) {
      return name(jump.label);
    } else if (instruction instanceof MethodInsnNode call) {
      return call.owner + "." + call.name + call.desc;
    } else if (instruction instanceof FieldInsnNode field) {
      return field.owner + "." + field.name + " " + field.desc;
    } else if (instruction instanceof TypeInsnNode type) {
      return type.desc;
    } else if (instruction instanceof LdcInsnNode constant) {
      return constant.cst instanceof String ? "\"" + constant.cst + "\"" : constant.cst;
    }
    return rareOperand(instruction);
  }

  private Object rareOperand(AbstractInsnNode instruction) {
    if (instruction instanceof IincInsnNode increment) {
      return increment.var + " " + increment.incr;
    } else if (instruction instanceof IntInsnNode push) {
      return push.operand;
    } else if (instruction instanceof TableSwitchInsnNode table) {
      return table.min + " " + name(table.dflt) + ": " + names(table.labels);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      return lookup.keys + " " + name(lookup.dflt) + ": " + names(lookup.labels);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic.name + dynamic.desc + " by " + dynamic.bsm.getOwner();
    }
    return "";
  }
}
