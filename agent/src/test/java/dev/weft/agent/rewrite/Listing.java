package dev.weft.agent.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.util.Printer;

/**
 * A method written down as a listing, one instruction to a line, in the words of {@code javap}:
 *
 * <pre>
 *   loop:
 *     FRAME I java/lang/String | &#64;site        locals | stack; &#64;site: uninitialised, made there
 *     LINE 7
 *     ILOAD 0
 *     IFEQ end
 *     INVOKESTATIC p/Type.method(I)V            INVOKEINTERFACE likewise
 *     YIELD                                     Coroutines.yield(Object)
 *     TABLESWITCH 0 end: a b c                  the least value, the default, the targets
 *   end:
 *     TRY start end handler java/lang/Exception     or * for all
 *     LOCAL name I start end 0                      a row of the LocalVariableTable
 * </pre>
 */
public final class Listing {
  private static final Map<String, Object> ITEMS =
      Map.of(
          "TOP", Opcodes.TOP,
          "I", Opcodes.INTEGER,
          "F", Opcodes.FLOAT,
          "D", Opcodes.DOUBLE,
          "J", Opcodes.LONG,
          "NULL", Opcodes.NULL,
          "THIS", Opcodes.UNINITIALIZED_THIS);

  private static final int ROOM = 12;

  private final MethodNode method;
  private final Map<String, LabelNode> labels = new HashMap<>();

  private Listing(int access, String signature) {
    int parenthesis = signature.indexOf('(');
    String name = signature.substring(0, parenthesis);
    method = new MethodNode(access, name, signature.substring(parenthesis), null, new String[0]);
    method.maxLocals = ROOM;
    method.maxStack = ROOM;
  }

  /** A static method of that name and descriptor. */
  public static MethodNode method(String signature, String listing) {
    return method(Opcodes.ACC_STATIC, signature, listing);
  }

  /** A method with those access flags. */
  public static MethodNode method(int access, String signature, String listing) {
    Listing writer = new Listing(access, signature);
    listing.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(writer::line);
    return writer.method;
  }

  /** The instruction at that place, not counting labels, lines and frames. */
  public static AbstractInsnNode at(MethodNode method, int number) {
    List<AbstractInsnNode> real = new ArrayList<>();
    method.instructions.forEach(i -> real.add(i));
    real.removeIf(i -> i.getOpcode() < 0);
    return real.get(number);
  }

  private LabelNode label(String name) {
    return labels.computeIfAbsent(name, n -> new LabelNode());
  }

  private void line(String line) {
    String[] words = line.split(" +");
    if (line.endsWith(":") && words.length == 1) {
      method.instructions.add(label(line.substring(0, line.length() - 1)));
      return;
    }
    switch (words[0]) {
      case "TRY" -> addHandler(words);
      case "LOCAL" -> addVariable(words);
      case "FRAME" -> method.instructions.add(frame(words));
      case "LINE" -> addLine(Integer.parseInt(words[1]));
      case "YIELD" ->
          method.instructions.add(
              call(
                  Opcodes.INVOKESTATIC,
                  "dev/weft/Coroutines.yield(Ljava/lang/Object;)Ljava/lang/Object;"));
      default -> method.instructions.add(instruction(words));
    }
  }

  private void addHandler(String[] words) {
    String type = words[4].equals("*") ? null : words[4];
    method.tryCatchBlocks.add(
        new TryCatchBlockNode(label(words[1]), label(words[2]), label(words[3]), type));
  }

  private void addVariable(String[] words) {
    int index = Integer.parseInt(words[5]);
    method.localVariables.add(
        new LocalVariableNode(words[1], words[2], null, label(words[3]), label(words[4]), index));
  }

  private void addLine(int number) {
    LabelNode here = new LabelNode();
    method.instructions.add(here);
    method.instructions.add(new LineNumberNode(number, here));
  }

  private FrameNode frame(String[] words) {
    List<Object> locals = new ArrayList<>();
    List<Object> stack = new ArrayList<>();
    List<Object> target = locals;
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("|")) {
        target = stack;
      } else {
        target.add(item(words[i]));
      }
    }
    return new FrameNode(
        Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
  }

  private Object item(String word) {
    return word.startsWith("@") ? label(word.substring(1)) : ITEMS.getOrDefault(word, word);
  }

  private static int opcode(String mnemonic) {
    for (int opcode = 0; opcode < Printer.OPCODES.length; opcode++) {
      if (Printer.OPCODES[opcode].equals(mnemonic)) {
        return opcode;
      }
    }
    throw new IllegalArgumentException(mnemonic);
  }

  private AbstractInsnNode instruction(String[] words) {
    int opcode = opcode(words[0].toUpperCase(Locale.ROOT));
    if (words.length == 1) {
      return new InsnNode(opcode);
    }
    String operand = words[1];
    return switch (words[0]) {
      case "LDC" -> new LdcInsnNode(constant(operand));
      case "IINC" -> new IincInsnNode(Integer.parseInt(operand), Integer.parseInt(words[2]));
      case "BIPUSH", "SIPUSH" -> new IntInsnNode(opcode, Integer.parseInt(operand));
      case "NEW", "CHECKCAST", "INSTANCEOF", "ANEWARRAY" -> new TypeInsnNode(opcode, operand);
      case "TABLESWITCH" -> tableSwitch(words);
      case "GETFIELD", "PUTFIELD", "GETSTATIC", "PUTSTATIC" -> field(opcode, operand, words[2]);
      default -> other(opcode, operand);
    };
  }

  private AbstractInsnNode other(int opcode, String operand) {
    if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEINTERFACE) {
      return call(opcode, operand);
    }
    boolean variable =
        (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD)
            || (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE);
    return variable
        ? new VarInsnNode(opcode, Integer.parseInt(operand))
        : new JumpInsnNode(opcode, label(operand));
  }

  private static Object constant(String word) {
    if (word.startsWith("\"")) {
      return word.substring(1, word.length() - 1);
    }
    return word.endsWith("L")
        ? (Object) Long.valueOf(word.substring(0, word.length() - 1))
        : Integer.valueOf(word);
  }

  private TableSwitchInsnNode tableSwitch(String[] words) {
    int least = Integer.parseInt(words[1]);
    LabelNode other = label(words[2].substring(0, words[2].length() - 1));
    LabelNode[] targets = new LabelNode[words.length - 3];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = label(words[i + 3]);
    }
    return new TableSwitchInsnNode(least, least + targets.length - 1, other, targets);
  }

  private static FieldInsnNode field(int opcode, String field, String descriptor) {
    int dot = field.indexOf('.');
    return new FieldInsnNode(opcode, field.substring(0, dot), field.substring(dot + 1), descriptor);
  }

  private static MethodInsnNode call(int opcode, String signature) {
    int dot = signature.indexOf('.');
    int parenthesis = signature.indexOf('(');
    String descriptor = signature.substring(parenthesis);
    Type.getArgumentTypes(descriptor); // fails on a malformed one
    return new MethodInsnNode(
        opcode,
        signature.substring(0, dot),
        signature.substring(dot + 1, parenthesis),
        descriptor,
        opcode == Opcodes.INVOKEINTERFACE);
  }
}
