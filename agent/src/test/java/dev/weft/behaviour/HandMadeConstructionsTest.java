package dev.weft.behaviour;

import static dev.weft.behaviour.HandMade.BUILDER;
import static dev.weft.behaviour.HandMade.OBJECT;
import static dev.weft.behaviour.HandMade.STRING;

import dev.weft.weaving.Case;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** HARD 1 to 7: objects that are uninitialised at a suspension, as other compilers leave them. */
class HandMadeConstructionsTest {
  /** HARD 3, as kotlinc does it. */
  @Test
  void parked_in_locals() {
    HandMade.check(code -> {
      code.anew(BUILDER);
      code.dup();
      code.store(4, OBJECT);
      code.store(3, OBJECT);
      code.stepped("a");
      code.store(5, OBJECT);
      code.pause("b");
      code.load(3, OBJECT);
      code.load(4, OBJECT);
      code.load(5, OBJECT);
      code.initBuilder(STRING);
      code.giveBack();
    });
  }

  @Case("OS-12")
  @Test
  void without_dup() {
    HandMade.check(code -> {
      code.anew(BUILDER);
      code.stepped("a");
      code.initBuilder(STRING);
      code.anew(BUILDER);
      code.store(0, OBJECT);
      code.load(0, OBJECT);
      code.stepped("b");
      code.initBuilder(STRING);
      code.pause("c");
      code.load(0, OBJECT);
      code.giveBack();
    });
  }

  @Test
  void with_dup_x1_and_swap() {
    HandMade.check(code -> {
      code.stepped("a");
      code.anew(BUILDER);
      code.dupX1();
      code.swap();
      code.step(STRING);
      code.initBuilder(STRING);
      code.giveBack();
    });
  }

  @Test
  void many_copies_on_the_stack_and_in_locals() {
    HandMade.check(code -> {
      code.aconst("below");
      code.anew(BUILDER);
      code.dup();
      code.lconst(5);
      code.dup2X1();
      code.pop2();
      code.dup();
      code.store(7, OBJECT);
      code.dup();
      code.stepped("a");
      code.initBuilder(STRING);
      code.pause("b");
      code.load(7, OBJECT);
      code.append(OBJECT);
      code.store(0, OBJECT);
      code.step(Type.LONG_TYPE);
      code.load(0, OBJECT);
      code.dupX2();
      code.pop();
      code.append(Type.LONG_TYPE);
      code.append(OBJECT);
      code.giveBack();
    });
  }

  @Test
  void across_a_backward_branch() {
    HandMade.check(code -> {
      Label loop = new Label();
      code.iconst(3);
      code.store(0, Type.INT_TYPE);
      code.anew(BUILDER);
      code.dup();
      code.aconst("x");
      code.mark(loop);
      code.step(STRING);
      code.iinc(0, -1);
      code.load(0, Type.INT_TYPE);
      code.ifgt(loop);
      code.initBuilder(STRING);
      code.giveBack();
    });
  }

  @Test
  void given_up_and_made_again() {
    HandMade.check(code -> {
      Label again = new Label();
      Label construct = new Label();
      code.iconst(0);
      code.store(0, Type.INT_TYPE);
      code.mark(again);
      code.iinc(0, 1);
      code.anew(BUILDER);
      code.dup();
      code.stepped("a");
      code.load(0, Type.INT_TYPE);
      code.step(Type.INT_TYPE);
      code.iconst(3);
      code.ificmpge(construct);
      code.pop();
      code.pop2();
      code.goTo(again);
      code.mark(construct);
      code.initBuilder(STRING);
      code.giveBack();
    });
  }

  @Test
  void two_at_a_time_the_lower_one_first() {
    HandMade.check(code -> {
      code.anew(BUILDER);
      code.dup();
      code.anew(BUILDER);
      code.dup();
      code.store(1, OBJECT);
      code.store(0, OBJECT);
      code.stepped("a");
      code.initBuilder(STRING);
      code.pause("between");
      code.load(0, OBJECT);
      code.stepped("b");
      code.initBuilder(STRING);
      code.load(1, OBJECT);
      code.append(OBJECT);
      code.giveBack();
    });
  }

  /** The object of a second site, which is not suspended upon, lies below the first. */
  @Test
  void one_that_suspends_and_one_that_does_not() {
    HandMade.check(code -> {
      code.anew(BUILDER);
      code.dup();
      code.stepped("a");
      code.anew(BUILDER);
      code.dup();
      code.initBuilder();
      code.swap();
      code.append(OBJECT);
      code.text();
      code.initBuilder(STRING);
      code.giveBack();
    });
  }

  /** HARD 4: the handler's frame lists the uninitialised local, and uses it. */
  @Test
  void parked_across_a_handler() {
    HandMade.check(code -> {
      Label start = new Label();
      Label end = new Label();
      Label handler = new Label();
      Label join = new Label();
      code.catches(start, end, handler, RuntimeException.class);
      code.anew(BUILDER);
      code.store(0, OBJECT);
      code.mark(start);
      code.stepped("a");
      code.mark(end);
      code.goTo(join);
      code.mark(handler);
      code.text();
      code.step(STRING);
      code.mark(join);
      code.store(1, OBJECT);
      code.load(0, OBJECT);
      code.load(1, OBJECT);
      code.initBuilder(STRING);
      code.load(0, OBJECT);
      code.giveBack();
    });
  }

  @Test
  void a_constructor_with_arguments_of_two_slots() {
    Type decimal = Type.getType(BigDecimal.class);
    HandMade.check(code -> {
      code.anew(decimal);
      code.dup();
      code.lconst(7);
      code.step(Type.LONG_TYPE);
      code.visitInsn(Opcodes.L2D);
      code.step(Type.DOUBLE_TYPE);
      code.invokespecial(decimal.getInternalName(), "<init>", "(D)V", false);
      code.giveBack();
    });
  }
}
