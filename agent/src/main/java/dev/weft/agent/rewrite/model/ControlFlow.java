package dev.weft.agent.rewrite.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Where control can go from each instruction of a method, by index into its list, normally and by
 * exception. Labels, lines and frames count as instructions that do nothing.
 */
public final class ControlFlow {
  private static final int[] NONE = {};

  private final int[][] successors;
  private final int[][] handlers;
  private final int[] catchers;

  private ControlFlow(int[][] successors, int[][] handlers, int[] catchers) {
    this.successors = successors;
    this.handlers = handlers;
    this.catchers = catchers;
  }

  /** Builds the graph of a method. */
  public static ControlFlow of(MethodNode method) {
    InsnList code = method.instructions;
    int[][] successors = new int[code.size()][];
    for (int i = 0; i < successors.length; i++) {
      successors[i] = successorsOf(code, i);
    }
    int[][] handlers = new int[code.size()][];
    int[] catchers = new int[code.size()];
    Arrays.fill(handlers, NONE);
    Arrays.fill(catchers, Integer.MAX_VALUE);
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      addHandler(code, block, handlers, catchers);
    }
    return new ControlFlow(successors, handlers, catchers);
  }

  private static int[] successorsOf(InsnList code, int index) {
    AbstractInsnNode instruction = code.get(index);
    List<LabelNode> targets = targetsOf(instruction);
    boolean falls = fallsThrough(instruction) && index + 1 < code.size();
    int[] successors = new int[targets.size() + (falls ? 1 : 0)];
    int count = 0;
    if (falls) {
      successors[count++] = index + 1;
    }
    for (LabelNode target : targets) {
      successors[count++] = code.indexOf(target);
    }
    return successors;
  }

  private static List<LabelNode> targetsOf(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    } else if (instruction instanceof TableSwitchInsnNode table) {
      return with(table.labels, table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      return with(lookup.labels, lookup.dflt);
    }
    return List.of();
  }

  private static List<LabelNode> with(List<LabelNode> labels, LabelNode last) {
    List<LabelNode> all = new ArrayList<>(labels);
    all.add(last);
    return all;
  }

  /** Whether control can go on from an instruction to the next one in the order of the code. */
  public static boolean fallsThrough(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode != Opcodes.GOTO
        && opcode != Opcodes.TABLESWITCH
        && opcode != Opcodes.LOOKUPSWITCH
        && opcode != Opcodes.ATHROW
        && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }

  private static void addHandler(
      InsnList code, TryCatchBlockNode block, int[][] handlers, int[] catchers) {
    int handler = code.indexOf(block.handler);
    int end = code.indexOf(block.end);
    boolean catchesAll = block.type == null || block.type.equals("java/lang/Throwable");
    for (int i = code.indexOf(block.start); i < end; i++) {
      if (code.get(i).getOpcode() >= 0) {
        handlers[i] = append(handlers[i], handler);
        if (catchesAll) {
          catchers[i] = Math.min(catchers[i], handlers[i].length);
        }
      }
    }
  }

  private static int[] append(int[] array, int value) {
    int[] longer = Arrays.copyOf(array, array.length + 1);
    longer[array.length] = value;
    return longer;
  }

  /** How many instructions there are. */
  public int size() {
    return successors.length;
  }

  /** Where control can go from an instruction that completes. */
  public int[] successors(int index) {
    return successors[index];
  }

  /** The handlers that cover an instruction, in the order of the exception table. */
  public int[] handlers(int index) {
    return handlers[index];
  }

  /**
   * Where control can really go from an instruction that throws: a handler after a catch-all is
   * never reached. The verifier does not know that, but javac's monitors rely on it.
   */
  public int[] reachableHandlers(int index) {
    int[] all = handlers[index];
    return catchers[index] < all.length ? Arrays.copyOf(all, catchers[index]) : all;
  }
}
