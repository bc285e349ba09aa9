package dev.weft.behaviour;

import static dev.weft.behaviour.HandMade.BUILDER;
import static dev.weft.behaviour.HandMade.OBJECT;
import static dev.weft.behaviour.HandMade.STRING;

import dev.weft.weaving.Case;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Shapes of code that javac never makes. */
class HandMadeCodeTest {
  private static final Type INT = Type.INT_TYPE;
  private static final Type LONG = Type.LONG_TYPE;
  private static final Type DOUBLE = Type.DOUBLE_TYPE;

  @Test
  void values_on_the_stack_across_a_backward_branch() {
    HandMade.check(code -> {
      Label loop = new Label();
      code.iconst(3);
      code.store(0, INT);
      code.aconst("kept");
      code.lconst(1);
      code.mark(loop);
      code.step(LONG);
      code.dup2();
      code.add(LONG);
      code.pause("p");
      code.iinc(0, -1);
      code.load(0, INT);
      code.ifgt(loop);
      boxLong(code);
      giveBoth(code);
    });
  }

  private static void boxLong(HandMade code) {
    code.invokestatic("java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
  }

  private static void boxInt(HandMade code) {
    code.invokestatic("java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
  }

  /** Returns the two objects on the stack as a text. */
  private static void giveBoth(HandMade code) {
    code.store(20, OBJECT);
    code.store(21, OBJECT);
    code.anew(BUILDER);
    code.dup();
    code.initBuilder();
    code.load(21, OBJECT);
    code.append(OBJECT);
    code.load(20, OBJECT);
    code.append(OBJECT);
    code.text();
    code.giveBack();
  }

  /** Enters its own handler from above; each exception goes round once more. */
  @Test
  void a_handler_that_covers_itself() {
    HandMade.check(code -> {
      Label handler = new Label();
      Label end = new Label();
      Label left = new Label();
      code.catches(handler, end, handler, Throwable.class);
      code.iconst(0);
      code.store(0, INT);
      code.aconst(null);
      code.mark(handler);
      code.store(1, OBJECT);
      code.iinc(0, 1);
      code.load(0, INT);
      code.step(INT);
      code.iconst(3);
      code.ificmpge(left);
      code.pause("round");
      code.load(1, OBJECT);
      code.step(OBJECT);
      code.pop();
      code.mark(end);
      code.mark(left);
      code.load(1, OBJECT);
      code.giveBack();
    });
  }

  @Test
  void handlers_that_overlap() {
    HandMade.check(code -> {
      Label[] at = {new Label(), new Label(), new Label(), new Label()};
      Label first = new Label();
      Label second = new Label();
      code.catches(at[0], at[2], first, IllegalStateException.class);
      code.catches(at[1], at[3], second, Exception.class);
      code.iconst(1);
      code.store(0, INT);
      code.mark(at[0]);
      code.pause("first only");
      code.iinc(0, 1);
      code.mark(at[1]);
      code.pause("both");
      code.iinc(0, 1);
      code.mark(at[2]);
      code.pause("second only");
      code.iinc(0, 1);
      code.mark(at[3]);
      code.aconst("none");
      code.load(0, INT);
      boxInt(code);
      giveBoth(code);
      code.mark(first);
      code.text();
      code.step(STRING);
      code.load(0, INT);
      boxInt(code);
      giveBoth(code);
      code.mark(second);
      code.pop();
      code.stepped("second");
      code.load(0, INT);
      boxInt(code);
      giveBoth(code);
    });
  }

  /** HARD 21: the range is the call alone, without its argument; and there is a range of a nop. */
  @Test
  void ranges_of_one_instruction() {
    HandMade.check(code -> {
      Label[] at = {new Label(), new Label(), new Label(), new Label()};
      Label handler = new Label();
      code.catches(at[0], at[1], handler, RuntimeException.class);
      code.catches(at[2], at[3], handler, null);
      code.aconst("a");
      code.mark(at[0]);
      code.invokestatic(
          "dev/weft/behaviour/Trace", "step", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
      code.mark(at[1]);
      code.mark(at[2]);
      code.nop();
      code.mark(at[3]);
      code.giveBack();
      code.mark(handler);
      code.text();
      code.step(STRING);
      code.giveBack();
    });
  }

  @Case("LO-25")
  @Test
  void more_than_255_locals() {
    HandMade.check(code -> {
      code.iconst(70_000);
      code.store(300, INT);
      code.lconst(8);
      code.store(400, LONG);
      code.aconst("far");
      code.store(60_000, OBJECT);
      code.pause("a");
      code.iinc(300, 1000);
      code.load(400, LONG);
      code.step(LONG);
      code.store(401, LONG);
      code.pause("b");
      code.load(60_000, OBJECT);
      code.load(300, INT);
      code.step(INT);
      boxInt(code);
      code.load(401, LONG);
      code.pop2();
      giveBoth(code);
    });
  }

  /** HARD 15: each store kills the half that it overlaps. */
  @Case("LO-18")
  @Test
  void halves_of_doubles_overwritten() {
    HandMade.check(code -> {
      code.dconst(1.5);
      code.store(0, DOUBLE);
      code.pause("double at 0");
      code.lconst(7);
      code.store(1, LONG);
      code.pause("long at 1");
      code.aconst("text");
      code.store(2, OBJECT);
      code.pause("text at 2");
      code.iconst(5);
      code.store(1, INT);
      code.load(2, OBJECT);
      code.load(1, INT);
      code.step(INT);
      boxInt(code);
      giveBoth(code);
    });
  }

  /** HARD 14: one constant, known to no table, as a boolean and as an int. */
  @Case("LO-03")
  @Test
  void a_constant_as_boolean_and_int() {
    HandMade.check(code -> {
      code.iconst(1);
      code.dup();
      code.pause("a");
      code.invokestatic("java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
      code.swap();
      code.pause("b");
      boxInt(code);
      giveBoth(code);
    });
  }

  @Case("LO-18")
  @Test
  void all_that_copies_stack_values() {
    HandMade.check(code -> {
      code.iconst(1);
      code.iconst(2);
      code.dup2();
      code.step(INT);
      code.dupX2();
      code.pause("dup_x2");
      code.dup2X1();
      code.pause("dup2_x1");
      code.dup2X2();
      code.step(INT);
      for (int i = 0; i < 5; i++) {
        code.swap();
        code.iconst(3);
        code.mul(INT);
        code.add(INT);
        code.step(INT);
      }
      code.visitInsn(Opcodes.I2L);
      code.lconst(9);
      code.pause("two longs");
      code.dup2X2();
      code.pause("dup2_x2");
      code.add(LONG);
      code.add(LONG);
      code.step(LONG);
      boxLong(code);
      code.dupX1();
      code.pop();
      boxInt(code);
      giveBoth(code);
    });
  }

  @Case("HM-05")
  @Test
  void two_hundred_values_on_the_stack() {
    HandMade.check(code -> {
      for (int i = 0; i < 200; i++) {
        code.iconst(i);
        code.lconst(i);
      }
      code.pause("deep");
      code.lconst(1);
      code.step(LONG);
      for (int i = 0; i < 200; i++) {
        code.add(LONG);
        code.dup2X1();
        code.pop2();
        code.visitInsn(Opcodes.I2L);
        code.add(LONG);
      }
      boxLong(code);
      code.giveBack();
    });
  }

  /** HARD 11, 17: the element of a null array. */
  @Test
  void an_array_of_null() {
    HandMade.check(code -> {
      Label start = new Label();
      Label end = new Label();
      Label handler = new Label();
      code.catches(start, end, handler, NullPointerException.class);
      code.aconst(null);
      code.store(0, OBJECT);
      code.pause("a");
      code.mark(start);
      code.load(0, OBJECT);
      code.iconst(0);
      code.aload(OBJECT);
      code.pause("never");
      code.mark(end);
      code.giveBack();
      code.mark(handler);
      code.pop();
      code.load(0, OBJECT);
      code.step(OBJECT);
      code.giveBack();
    });
  }

  /** Copies of a text and of a double lie below six constants, each replaced by a step. */
  @Case("OS-21")
  @Test
  void copies_of_constants_below_repeated_calls() {
    HandMade.check(code -> {
      code.aconst("text");
      code.dup();
      code.dconst(2.5);
      code.dup2();
      for (int i = -1; i < 5; i++) {
        code.iconst(i);
        code.step(INT);
        code.pop();
      }
      code.step(DOUBLE);
      code.add(DOUBLE);
      code.step(DOUBLE);
      code.pop2();
      code.step(STRING);
      code.swap();
      code.step(STRING);
      giveBoth(code);
    });
  }
}
