package dev.weft.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/**
 * Random instructions in a straight line, and the types that they leave.
 *
 * <p>Values below the floor, and the types of fixed locals, belong to the code around.
 */
class Bytecode extends InstructionAdapter {
  static final Type OBJECT = OBJECT_TYPE;
  private static final List<Type> TYPES =
      List.of(OBJECT, Type.INT_TYPE, Type.LONG_TYPE, Type.DOUBLE_TYPE, Type.FLOAT_TYPE);
  private static final int[] LOCALS = {0, 1, 2, 3, 4, 5, 6, 300, 301, 302};
  private static final int HIGHEST = 8;

  final Choices choices;
  Slots slots = new Slots();
  Map<Integer, Type> fixed = Map.of();
  int floor;

  Bytecode(MethodVisitor out, Choices choices) {
    super(Opcodes.ASM9, out);
    this.choices = choices;
  }

  Type anyType() {
    return choices.oneOf(TYPES);
  }

  /** One instruction, or a few that belong together. */
  void straight() {
    switch (choices.below(10)) {
      case 0, 1 -> pause();
      case 2, 3 -> push(anyType());
      case 4 -> stepTop();
      case 5 -> load();
      case 6 -> storeTop();
      case 7 -> copyTop();
      case 8 -> calculate();
      default -> drop();
    }
  }

  /** A step with no effect on the stack. */
  void pause() {
    aconst("pause" + choices.below(100));
    step(OBJECT);
    pop();
  }

  void step(Type type) {
    invokestatic("dev/weft/behaviour/Trace", "step", Type.getMethodDescriptor(type, type), false);
  }

  void push(Type type) {
    if (slots.stack().size() > HIGHEST) {
      return;
    }
    int number = choices.below(6);
    switch (type.getSort()) {
      case Type.INT -> iconst(number);
      case Type.LONG -> lconst(number);
      case Type.FLOAT -> fconst(number);
      case Type.DOUBLE -> dconst(number);
      default -> aconst(number == 0 ? null : "text" + number);
    }
    slots.push(type);
  }

  private boolean usable(int depth) {
    Type type = slots.below(depth, floor);
    return type != Type.VOID_TYPE && type != Slots.UNINITIALISED;
  }

  /** Also of a value that belongs to the code around: it stays the same. */
  private void stepTop() {
    if (!slots.stack().isEmpty() && slots.top() != Slots.UNINITIALISED) {
      step(slots.top());
    }
  }

  private void load() {
    List<Integer> known = new ArrayList<>();
    slots.locals().forEach((local, type) -> known.add(local));
    known.removeIf(local -> slots.locals().get(local) == Slots.UNINITIALISED);
    if (!known.isEmpty() && slots.stack().size() <= HIGHEST) {
      int local = choices.oneOf(known);
      Type type = slots.locals().get(local);
      load(local, type);
      slots.push(type);
    }
  }

  private void storeTop() {
    if (usable(0)) {
      storeTop(LOCALS[choices.below(LOCALS.length)]);
    }
  }

  private void storeTop(int local) {
    if (Slots.keeps(fixed, local, slots.top())) {
      store(local, slots.top());
      slots.store(local, slots.pop());
    }
  }

  /** A local that nobody uses. */
  int freshLocal(Type type) {
    int local = 20;
    while (slots.locals().containsKey(local)
        || slots.locals().containsKey(local + 1)
        || fixed.containsKey(local)
        || fixed.containsKey(local + 1)) {
      local++;
    }
    slots.store(local, type);
    return local;
  }

  private void drop() {
    if (usable(0)) {
      remove();
    }
  }

  /** Pops a value of any type. */
  void remove() {
    if (slots.pop().getSize() == 2) {
      pop2();
    } else {
      pop();
    }
  }

  private void calculate() {
    Type type = slots.below(0, floor);
    boolean number = type != Type.VOID_TYPE && type.getSort() < Type.ARRAY;
    if (number && type.equals(slots.below(1, floor))) {
      add(type);
      slots.pop();
    } else if (number && type.getSort() == Type.INT) {
      cast(type, Type.LONG_TYPE);
      slots.pop();
      slots.push(Type.LONG_TYPE);
    }
  }

  /** One of the nine instructions that copy or exchange words, as the sizes allow. */
  private void copyTop() {
    if (!usable(0) || slots.stack().size() > HIGHEST) {
      return;
    }
    int kind = choices.below(4);
    int top = slots.top().getSize();
    int second = usable(1) ? slots.below(1, floor).getSize() : 0;
    int third = usable(2) ? slots.below(2, floor).getSize() : 0;
    if (kind == 0 || second == 0) {
      copy(top == 2 ? Opcodes.DUP2 : Opcodes.DUP, 1, 1);
    } else if (top == 2) {
      copy(second == 2 ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1, 1, 2);
    } else if (kind == 1) {
      copy(second == 2 ? Opcodes.DUP_X2 : Opcodes.DUP_X1, 1, 2);
    } else if (second == 1 && third > 0) {
      copyPair(kind, third);
    } else if (second == 1) {
      copy(kind == 2 ? Opcodes.DUP2 : Opcodes.DUP_X1, kind == 2 ? 2 : 1, 2);
    }
  }

  /** With two words on top of a third value. */
  private void copyPair(int kind, int third) {
    if (kind == 2) {
      copy(third == 2 ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1, 2, 3);
    } else if (third == 1) {
      copy(Opcodes.DUP_X2, 1, 3);
    } else {
      visitInsn(Opcodes.SWAP);
      slots.push(slots.stack().remove(slots.stack().size() - 2));
    }
  }

  /** Copies so many values from the top to below so many. */
  private void copy(int opcode, int values, int below) {
    visitInsn(opcode);
    List<Type> stack = slots.stack();
    List<Type> copied = new ArrayList<>(stack.subList(stack.size() - values, stack.size()));
    stack.addAll(stack.size() - below, copied);
  }

  /** Runs a part of the generator that must leave the locals as they are now. */
  void keeping(Runnable part) {
    Map<Integer, Type> outerFixed = fixed;
    int outerFloor = floor;
    fixed = new TreeMap<>(slots.locals());
    floor = slots.stack().size();
    part.run();
    fixed = outerFixed;
    floor = outerFloor;
  }
}
