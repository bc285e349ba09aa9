package dev.weft.agent.rewrite.analyse;

import dev.weft.agent.rewrite.model.VerificationType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The verification type that each instruction leaves. Never merges: see {@link FrameTyping}. */
final class TypeInterpreter extends Interpreter<VerificationType> {
  private static final String[] NEWARRAY = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};

  TypeInterpreter() {
    super(Opcodes.ASM9);
  }

  @Override
  public @Nullable VerificationType newValue(@Nullable Type type) {
    if (type == Type.VOID_TYPE) {
      return null;
    }
    return type == null ? VerificationType.TOP : VerificationType.of(type);
  }

  @Override
  public VerificationType newOperation(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    if ((opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5)
        || opcode == Opcodes.BIPUSH
        || opcode == Opcodes.SIPUSH) {
      return VerificationType.INT;
    }
    return switch (opcode) {
      case Opcodes.ACONST_NULL -> VerificationType.NULL;
      case Opcodes.LCONST_0, Opcodes.LCONST_1 -> VerificationType.LONG;
      case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> VerificationType.FLOAT;
      case Opcodes.DCONST_0, Opcodes.DCONST_1 -> VerificationType.DOUBLE;
      case Opcodes.LDC -> constant(((LdcInsnNode) instruction).cst);
      case Opcodes.GETSTATIC ->
          VerificationType.of(Type.getType(((FieldInsnNode) instruction).desc));
      case Opcodes.NEW -> VerificationType.uninitialised(labelOf(instruction), instruction);
      default -> throw new IllegalArgumentException("unexpected opcode " + opcode);
    };
  }

  /** Any label will do: frames refer to the object by the instruction that made it. */
  private static LabelNode labelOf(AbstractInsnNode site) {
    return site.getPrevious() instanceof LabelNode label ? label : new LabelNode();
  }

  private static VerificationType constant(Object value) {
    if (value instanceof Integer) {
      return VerificationType.INT;
    }
    if (value instanceof Long) {
      return VerificationType.LONG;
    }
    if (value instanceof Float) {
      return VerificationType.FLOAT;
    }
    if (value instanceof Double) {
      return VerificationType.DOUBLE;
    }
    if (value instanceof ConstantDynamic dynamic) {
      return VerificationType.of(Type.getType(dynamic.getDescriptor()));
    }
    return VerificationType.of(classOfConstant(value));
  }

  private static String classOfConstant(Object value) {
    if (value instanceof Handle) {
      return "java/lang/invoke/MethodHandle";
    }
    if (value instanceof Type type) {
      return type.getSort() == Type.METHOD ? "java/lang/invoke/MethodType" : "java/lang/Class";
    }
    return "java/lang/String";
  }

  @Override
  public VerificationType copyOperation(AbstractInsnNode instruction, VerificationType value) {
    return value;
  }

  @Override
  public @Nullable VerificationType unaryOperation(
      AbstractInsnNode instruction, VerificationType value) {
    return switch (instruction.getOpcode()) {
      case Opcodes.LNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> VerificationType.LONG;
      case Opcodes.FNEG, Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> VerificationType.FLOAT;
      case Opcodes.DNEG, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> VerificationType.DOUBLE;
      case Opcodes.GETFIELD ->
          VerificationType.of(Type.getType(((FieldInsnNode) instruction).desc));
      case Opcodes.CHECKCAST -> VerificationType.of(((TypeInsnNode) instruction).desc);
      case Opcodes.NEWARRAY ->
          VerificationType.of(NEWARRAY[((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN]);
      case Opcodes.ANEWARRAY ->
          VerificationType.of(
              "[" + Type.getObjectType(((TypeInsnNode) instruction).desc).getDescriptor());
      default -> VerificationType.INT; // nothing or an int; the frame ignores it where nothing
    };
  }

  @Override
  public @Nullable VerificationType binaryOperation(
      AbstractInsnNode instruction, VerificationType first, VerificationType second) {
    return switch (instruction.getOpcode()) {
      case Opcodes.LALOAD,
          Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR ->
          VerificationType.LONG;
      case Opcodes.FALOAD, Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM ->
          VerificationType.FLOAT;
      case Opcodes.DALOAD, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM ->
          VerificationType.DOUBLE;
      case Opcodes.AALOAD -> elementOf(first);
      default -> VerificationType.INT;
    };
  }

  private static VerificationType elementOf(VerificationType array) {
    return array.item() instanceof String name && name.startsWith("[")
        ? VerificationType.of(Type.getType(name.substring(1)))
        : VerificationType.NULL; // of a null array; JVMS 4.10.1.9 aaload
  }

  @Override
  public @Nullable VerificationType ternaryOperation(
      AbstractInsnNode instruction,
      VerificationType first,
      VerificationType second,
      VerificationType third) {
    return null;
  }

  @Override
  public @Nullable VerificationType naryOperation(
      AbstractInsnNode instruction, List<? extends VerificationType> values) {
    if (instruction instanceof MultiANewArrayInsnNode array) {
      return VerificationType.of(array.desc);
    }
    String descriptor =
        instruction instanceof InvokeDynamicInsnNode dynamic
            ? dynamic.desc
            : ((MethodInsnNode) instruction).desc;
    return newValue(Type.getReturnType(descriptor));
  }

  @Override
  public void returnOperation(
      AbstractInsnNode instruction, VerificationType value, VerificationType expected) {}

  @Override
  public VerificationType merge(VerificationType first, VerificationType second) {
    throw new UnsupportedOperationException("types are read from the class file, never merged");
  }
}
