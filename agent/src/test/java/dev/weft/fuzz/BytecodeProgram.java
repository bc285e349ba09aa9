package dev.weft.fuzz;

import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Random bytecode of shapes that javac never makes: jumps back with values on the stack, unfinished
 * objects in locals and across branches, handlers that overlap and that cover themselves, dead
 * code, and locals that are used again with other types.
 *
 * <p>No {@code jsr}: HotSpot's verifier for old class files can crash on a random one before it is
 * woven.
 */
final class BytecodeProgram extends Bytecode {
  private static final int DEEPEST = 4;
  private static final Type BUILDER = Type.getType(StringBuilder.class);

  private final int version;
  private int left = 60;
  private int depth;

  private BytecodeProgram(MethodVisitor out, Choices choices, int version) {
    super(out, choices);
    this.version = version;
  }

  /** The class file of a program. */
  static byte[] of(Choices choices, String name) {
    int version = choices.oneOf(Opcodes.V17, Opcodes.V17, Opcodes.V1_8, Opcodes.V1_6);
    boolean frames = version > Opcodes.V1_6;
    ClassWriter type =
        new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    type.visit(version, Opcodes.ACC_SUPER, name, null, OBJECT.getInternalName(), null);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor method = type.visitMethod(access, "program", "()Ljava/lang/Object;", null, null);
    method.visitAnnotation(Type.getDescriptor(Coroutine.class), true).visitEnd();
    method.visitCode();
    new BytecodeProgram(method, choices, version).write();
    method.visitMaxs(0, 0);
    method.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  private void write() {
    pause();
    some(20);
    while (!slots.stack().isEmpty()) {
      step(slots.top());
      remove();
    }
    aconst("end");
    areturn(OBJECT);
  }

  private void some(int most) {
    depth++;
    for (int i = 0; i < most && left-- > 0 && choices.chance(90); i++) {
      if (depth > DEEPEST || choices.below(3) < 2) {
        straight();
      } else {
        structured();
      }
    }
    depth--;
  }

  private void structured() {
    switch (choices.below(7)) {
      case 0 -> branch();
      case 1 -> loop();
      case 2, 3 -> construct();
      case 4, 5 -> guard();
      default -> dead();
    }
  }

  /** Some instructions that leave the stack as it is. */
  private void block(int most) {
    keeping(() -> {
      some(most);
      while (slots.stack().size() > floor) {
        remove();
      }
    });
  }

  private void condition() {
    iconst(choices.below(2));
    step(Type.INT_TYPE);
  }

  /** Both ways leave a value of one type. */
  private void branch() {
    Label other = new Label();
    Label end = new Label();
    Type type = anyType();
    condition();
    ifeq(other);
    Map<Integer, Type> before = new TreeMap<>(slots.locals());
    block(4);
    push(type);
    goTo(end);
    boolean pushed = slots.stack().size() > floor && slots.top().equals(type);
    Map<Integer, Type> first = new TreeMap<>(slots.locals());
    List<Type> after = new ArrayList<>(slots.stack());
    slots = restored(before, after.subList(0, after.size() - (pushed && grew ? 1 : 0)));
    mark(other);
    block(4);
    push(type);
    mark(end);
    slots.join(first);
  }

  private boolean grew;

  @Override
  void push(Type type) {
    int size = slots.stack().size();
    super.push(type);
    grew = slots.stack().size() > size;
  }

  private static Slots restored(Map<Integer, Type> locals, List<Type> stack) {
    Slots restored = new Slots();
    locals.forEach(restored::store);
    stack.forEach(restored::push);
    return restored;
  }

  /** Jumps back with what is on the stack. */
  private void loop() {
    if (version <= Opcodes.V1_6 && slots.stack().contains(Slots.UNINITIALISED)) {
      return; // forbidden to them
    }
    int counter = freshLocal(Type.INT_TYPE);
    Label head = new Label();
    iconst(1 + choices.below(3));
    store(counter, Type.INT_TYPE);
    Map<Integer, Type> before = new TreeMap<>(slots.locals());
    mark(head);
    keeping(() -> block(4));
    iinc(counter, -1);
    load(counter, Type.INT_TYPE);
    ifgt(head);
    slots.join(before);
  }

  /** An object whose arguments are anything. */
  private void construct() {
    int kind = choices.below(4);
    anew(BUILDER);
    int local = -1;
    if (kind == 0) {
      dup();
      slots.push(Slots.UNINITIALISED);
    } else if (kind == 1) {
      local = freshLocal(Slots.UNINITIALISED);
      dup();
      store(local, OBJECT);
    } else if (kind == 2) {
      dup();
      dup();
      pop();
      dup();
      visitInsn(Opcodes.POP);
      slots.push(Slots.UNINITIALISED);
    }
    slots.push(Slots.UNINITIALISED);
    keeping(() -> block(3));
    aconst("argument");
    step(OBJECT);
    checkcast(Type.getType(String.class));
    invokespecial(BUILDER.getInternalName(), "<init>", "(Ljava/lang/String;)V", false);
    slots.pop();
    constructed(kind, local);
  }

  /** Leaves the object, from wherever it is; without a copy there is none. */
  private void constructed(int kind, int local) {
    if (kind == 3) {
      return;
    }
    if (kind == 1) {
      load(local, OBJECT);
      slots.store(local, OBJECT);
    } else {
      slots.pop();
    }
    slots.push(OBJECT);
  }

  /**
   * Two ranges that overlap; the second reaches into the first one's handler, and may be it that
   * covers its own.
   */
  private void guard() {
    if (slots.stack().contains(Slots.UNINITIALISED)) {
      return; // a handler could not bring them back
    }
    Label[] at = {new Label(), new Label(), new Label(), new Label(), new Label()};
    Label first = new Label();
    Label second = new Label();
    Label end = new Label();
    boolean own = choices.chance(50);
    visitTryCatchBlock(at[0], at[2], first, choices.oneOf("java/lang/Exception", null));
    visitTryCatchBlock(at[1], own ? at[4] : at[3], second, choices.oneOf(null, "java/lang/Error"));
    keeping(() -> guarded(at, first, second, end));
    mark(end);
  }

  private void guarded(Label[] at, Label first, Label second, Label end) {
    Map<Integer, Type> before = new TreeMap<>(slots.locals());
    List<Type> stack = new ArrayList<>(slots.stack());
    mark(at[0]);
    block(3);
    pause();
    mark(at[1]);
    block(3);
    pause();
    mark(at[2]);
    goTo(end);
    mark(first);
    handler(before, stack, at[3]);
    goTo(end);
    mark(second);
    handler(before, stack, at[4]);
    slots = restored(before, stack);
  }

  /** Tells of the exception, then brings back a stack like the one that it found. */
  private void handler(Map<Integer, Type> locals, List<Type> stack, Label middle) {
    slots = restored(locals, List.of(OBJECT));
    pop();
    slots.pop();
    int outer = floor;
    floor = 0;
    pause();
    mark(middle);
    block(3);
    stack.forEach(this::push);
    floor = outer;
  }

  private void dead() {
    Label after = new Label();
    Map<Integer, Type> locals = new TreeMap<>(slots.locals());
    List<Type> stack = new ArrayList<>(slots.stack());
    goTo(after);
    if (version <= Opcodes.V1_6) {
      aconst("dead");
      step(OBJECT);
      athrow();
    } else {
      block(3);
    }
    mark(after);
    slots = restored(locals, stack);
  }
}
