package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.analyse.MethodAnalyser;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.MachineState;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.split.Splitter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What is planned for a method: analysed and split, not yet emitted. Locals move up by two. */
class PlanTest {
  private static final String GENERATOR = "Ldev/weft/Generator;";

  private static StateMachinePlan plan(String signature, String listing) {
    return plan(false, signature, listing);
  }

  private static StateMachinePlan plan(boolean keepScopes, String signature, String listing) {
    return plan(keepScopes, Listing.method(signature, listing));
  }

  private static StateMachinePlan plan(boolean keepScopes, MethodNode method) {
    Set<AbstractInsnNode> calls = new HashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && Set.of("yield", "sub").contains(call.name)) {
        calls.add(call);
      }
    }
    CoroutineMethod coroutine =
        new CoroutineMethod(
            "p/Type", false, method, calls, CoroutineKind.of(method.desc), method.name);
    return new Splitter((type, from) -> !type.equals("p/Hidden"))
        .split(new MethodAnalyser(keepScopes).analyse(coroutine), Optional.of("Type.java"));
  }

  private static List<String> names(List<SavedValue> values) {
    return values.stream().map(value -> value.field().name()).toList();
  }

  private static List<String> cleared(MachineState state) {
    return state.cleared().stream().map(FrameField::name).toList();
  }

  private static final String LOOP =
      """
      start:
        LINE 5
      loop:
        FRAME java/lang/Object I
        ILOAD 1
        IFEQ end
        LINE 6
        ALOAD 0
        YIELD
        POP
        IINC 1 -1
        GOTO loop
      end:
        FRAME java/lang/Object I
        LINE 8
        ACONST_NULL
        ARETURN
      last:
        LOCAL item Ljava/lang/Object; start last 0
        LOCAL left I start last 1
      """;

  @Test
  void a_generator_keeps_its_live_parameters_and_saves_what_changes() {
    StateMachinePlan plan = plan("loop(Ljava/lang/Object;I)" + GENERATOR, LOOP);
    assertThat(plan.fields())
        .containsExactly(
            new FrameField("local3A", "Ljava/lang/Object;"), new FrameField("local4I", "I"));
    assertThat(names(plan.arguments())).containsExactly("local3A", "local4I");
    MachineState state = plan.states().get(0);
    assertThat(state.number()).isEqualTo(1);
    assertThat(names(state.locals())).containsExactly("local3A", "local4I");
    assertThat(names(state.changed())).containsExactly("local4I");
    assertThat(state.stack()).isEmpty();
    assertThat(state.cleared()).isEmpty();
    assertThat(plan.needsFrame()).isTrue();
  }

  @Test
  void it_describes_its_start_and_its_points() {
    assertThat(plan("loop(Ljava/lang/Object;I)" + GENERATOR, LOOP).layout())
        .isEqualTo(
            """
            p.Type/loop/Type.java
            5;item/0/L;left/1/I
            6;item/0/L;left/1/I
            """);
  }

  private static final String DEAD =
      """
      start:
        LINE 5
        ALOAD 0
        YIELD
        ASTORE 1
      assigned:
        ALOAD 1
        YIELD
        POP
        ACONST_NULL
        YIELD
        ARETURN
      last:
        LOCAL item Ljava/lang/Object; start last 0
        LOCAL sent Ljava/lang/Object; assigned last 1
      """;

  @Test
  void what_is_dead_is_cleared_and_told() {
    StateMachinePlan plan = plan("m(Ljava/lang/Object;)" + GENERATOR, DEAD);
    assertThat(plan.states()).extracting(s -> names(s.locals())).containsOnly(List.of());
    assertThat(plan.states())
        .extracting(PlanTest::cleared)
        .containsExactly(List.of("local3A"), List.of(), List.of());
    assertThat(plan.layout())
        .isEqualTo(
            """
            p.Type/m/Type.java
            5;item/0/L
            5;item
            5;item;sent
            5;item;sent
            """);
  }

  @Test
  void for_debugging_what_is_in_scope_is_kept() {
    StateMachinePlan plan = plan(true, "m(Ljava/lang/Object;)" + GENERATOR, DEAD);
    assertThat(plan.states())
        .extracting(s -> names(s.locals()))
        .containsExactly(
            List.of("local3A"), List.of("local3A", "local4A"), List.of("local3A", "local4A"));
    assertThat(plan.layout()).endsWith("5;item/0/L;sent/1/L\n");
  }

  @Test
  void the_stack_below_a_call_is_saved_from_its_bottom() {
    StateMachinePlan plan =
        plan(
            "m(J)J",
            """
            LLOAD 0
            LDC "text"
            ICONST_1
            INVOKESTATIC p/Type.sub(I)I
            POP
            POP
            LRETURN
            """);
    MachineState state = plan.states().get(0);
    assertThat(names(state.stack())).containsExactly("stack0J", "stack1A");
    assertThat(state.point().yields()).isFalse();
    assertThat(state.point().call().desc).isEqualTo("(ILdev/weft/runtime/GeneratorFrame;)I");
    assertThat(plan.arguments()).isEmpty();
  }

  @Test
  void a_variable_that_is_null_is_live_without_a_field() {
    StateMachinePlan plan =
        plan(
            "m()V",
            """
              ACONST_NULL
              ASTORE 0
            start:
              LINE 3
              ICONST_1
              INVOKESTATIC p/Type.sub(I)V
              ALOAD 0
              POP
              RETURN
            end:
              LOCAL text Ljava/lang/String; start end 0
            """);
    assertThat(plan.fields()).isEmpty();
    assertThat(plan.layout()).endsWith("\n3;text/-1/L\n");
  }

  @Test
  void a_subroutine_without_a_point_needs_no_frame() {
    StateMachinePlan plan = plan("m()V", "RETURN");
    assertThat(plan.states()).isEmpty();
    assertThat(plan.needsFrame()).isFalse();
  }

  @Test
  void a_point_that_cannot_be_reached_is_left_out() {
    StateMachinePlan plan = plan("m()V", "RETURN\nACONST_NULL\nYIELD\nPOP\nRETURN");
    assertThat(plan.states()).isEmpty();
  }

  @Test
  void a_parameter_that_is_never_read_is_not_kept() {
    StateMachinePlan plan =
        plan("m(Ljava/lang/Object;J)" + GENERATOR, "ACONST_NULL\nYIELD\nALOAD 0\nARETURN");
    assertThat(names(plan.arguments())).containsExactly("local3A");
  }

  @Test
  void an_instance_method_has_its_object_before_its_parameters() {
    MethodNode method =
        Listing.method(
            0, "m(I)" + GENERATOR, "ACONST_NULL\nYIELD\nPOP\nALOAD 0\nILOAD 1\nPOP\nARETURN");
    assertThat(plan(false, method).fields())
        .containsExactly(new FrameField("local3A", "Lp/Type;"), new FrameField("local4I", "I"));
  }

  @Test
  void the_object_of_a_call_is_consumed_by_it() {
    StateMachinePlan plan =
        plan("m(Lp/A;)V", "LCONST_0\nALOAD 0\nINVOKEVIRTUAL p/A.sub()V\nPOP2\nRETURN");
    assertThat(names(plan.states().get(0).stack())).containsExactly("stack0J");
  }

  @Test
  void a_reference_that_was_on_the_stack_is_cleared_when_it_is_not_there_any_more() {
    StateMachinePlan plan =
        plan(
            "m()V",
            """
            ICONST_1
            LDC "text"
            ACONST_NULL
            YIELD
            POP
            POP
            ACONST_NULL
            YIELD
            POP
            POP
            RETURN
            """);
    assertThat(plan.states())
        .extracting(PlanTest::cleared)
        .containsExactly(List.of(), List.of("stack1A"));
  }

  @Test
  void an_int_need_not_be_cleared() {
    StateMachinePlan plan =
        plan(
            "m()V",
            """
            ICONST_1
            ISTORE 0
            ACONST_NULL
            YIELD
            POP
            ILOAD 0
            POP
            ACONST_NULL
            YIELD
            ASTORE 0
            ACONST_NULL
            YIELD
            POP
            ALOAD 0
            POP
            RETURN
            """);
    assertThat(plan.fields()).extracting(FrameField::name).containsExactly("local3I", "local3A");
    assertThat(plan.states()).extracting(PlanTest::cleared).containsOnly(List.of());
  }

  @Test
  void a_slot_whose_type_is_out_of_reach_at_one_point_leaves_nothing_in_its_other_field() {
    StateMachinePlan plan =
        plan(
            "m(Lp/Hidden;Ljava/lang/String;)V",
            """
            ALOAD 0
            ACONST_NULL
            YIELD
            POP
            POP
            ALOAD 0
            POP
            ALOAD 1
            ASTORE 0
            ALOAD 1
            ACONST_NULL
            YIELD
            POP
            POP
            ALOAD 0
            POP
            RETURN
            """);
    assertThat(cleared(plan.states().get(0))).containsExactlyInAnyOrder("local3A", "stack0A");
    assertThat(cleared(plan.states().get(1))).contains("local3ALp_Hidden_", "stack0ALp_Hidden_");
  }

  /** What a plan saves early, as field names, in the order of the assignments. */
  private static List<String> savedEarly(StateMachinePlan plan) {
    return Arrays.stream(plan.body().code().instructions.toArray())
        .filter(plan.savedEarly()::containsKey)
        .map(assignment -> plan.savedEarly().get(assignment).field().name())
        .toList();
  }

  private static final String SET_BEFORE_LOOP =
      """
        ALOAD 0
        INVOKEVIRTUAL p/List.iterator()Lp/ListIterator;
        ASTORE 1
        ICONST_0
        ISTORE 2
      loop:
        FRAME p/List p/Iterator I
        ALOAD 1
        INVOKEVIRTUAL p/Iterator.hasNext()Z
        IFEQ end
        ILOAD 2
        POP
        ACONST_NULL
        YIELD
        POP
        IINC 2 1
        GOTO loop
      end:
        FRAME p/List p/Iterator I
        ACONST_NULL
        ARETURN
      """;

  @Test
  void what_is_set_before_a_loop_and_kept_in_it_is_saved_at_once() {
    StateMachinePlan plan = plan("m(Lp/List;)" + GENERATOR, SET_BEFORE_LOOP);
    assertThat(savedEarly(plan)).containsExactly("local4A");
    assertThat(plan.fields()).contains(new FrameField("local4A", "Lp/Iterator;"));
    assertThat(names(plan.states().get(0).changed())).containsExactly("local5I");
  }

  @Test
  void a_subroutine_has_no_frame_to_save_to_before_it_suspends() {
    assertThat(
            savedEarly(
                plan("m(Lp/List;)V", SET_BEFORE_LOOP.replace("ACONST_NULL\n  ARETURN", "RETURN"))))
        .isEmpty();
  }

  private static final String SET_IN_OUTER_LOOP =
      """
      outer:
        FRAME %1$s I
        %2$sLOAD 0
        %2$sSTORE 2
      inner:
        FRAME %1$s I %1$s
        %2$sLOAD 2
        POP
        ACONST_NULL
        YIELD
        POP
        IINC 1 -1
        ILOAD 1
        IFNE inner
        GOTO outer
      """;

  @Test
  void a_reference_that_is_set_in_an_outer_loop_is_saved_before_the_inner_one() {
    StateMachinePlan plan = plan("m(Lp/A;I)" + GENERATOR, SET_IN_OUTER_LOOP.formatted("p/A", "A"));
    assertThat(savedEarly(plan)).containsExactly("local5A");
    assertThat(names(plan.states().get(0).changed())).containsExactly("local4I");
  }

  @Test
  void an_int_that_is_set_in_an_outer_loop_is_saved_when_the_inner_one_suspends() {
    StateMachinePlan plan = plan("m(II)" + GENERATOR, SET_IN_OUTER_LOOP.formatted("I", "I"));
    assertThat(savedEarly(plan)).isEmpty();
    assertThat(names(plan.states().get(0).changed())).containsExactly("local4I", "local5I");
  }

  @Test
  void what_the_loop_would_save_all_the_same_is_not_saved_before_it() {
    StateMachinePlan plan =
        plan(
            "m(I)" + GENERATOR,
            """
              ICONST_0
              ISTORE 1
            outer:
              FRAME I I
            inner:
              ACONST_NULL
              YIELD
              POP
              ILOAD 1
              IFNE inner
              IINC 1 1
              GOTO outer
            """);
    assertThat(savedEarly(plan)).isEmpty();
    assertThat(names(plan.states().get(0).changed())).containsExactly("local4I");
  }

  @Test
  void what_a_loop_sets_before_it_suspends_is_saved_when_it_suspends() {
    StateMachinePlan plan =
        plan(
            "m(I)" + GENERATOR,
            """
            loop:
              FRAME I
              ILOAD 0
              ISTORE 1
              ACONST_NULL
              YIELD
              POP
              ILOAD 1
              POP
              GOTO loop
            """);
    assertThat(savedEarly(plan)).isEmpty();
    assertThat(names(plan.states().get(0).changed())).containsExactly("local4I");
  }

  @Test
  void what_a_loop_that_never_suspends_sets_is_not_saved_there() {
    StateMachinePlan plan =
        plan(
            "m(I)" + GENERATOR,
            """
            search:
              FRAME I
              ILOAD 0
              ISTORE 1
              IINC 0 1
              ILOAD 0
              IFNE search
            loop:
              FRAME I I
              ACONST_NULL
              YIELD
              POP
              ILOAD 1
              POP
              GOTO loop
            """);
    assertThat(savedEarly(plan)).isEmpty();
    assertThat(names(plan.states().get(0).changed())).containsExactly("local4I");
  }

  @Test
  void a_first_suspension_before_the_loop_saves_it_anyway() {
    StateMachinePlan plan =
        plan(
            "m()" + GENERATOR,
            """
              ICONST_1
              ISTORE 0
              ACONST_NULL
              YIELD
              POP
            loop:
              FRAME I
              ACONST_NULL
              YIELD
              POP
              ILOAD 0
              POP
              GOTO loop
            """);
    assertThat(savedEarly(plan)).isEmpty();
    assertThat(plan.states())
        .extracting(state -> names(state.changed()))
        .containsExactly(List.of("local3I"), List.of());
  }

  @Test
  void a_branch_in_a_loop_is_no_suspension() {
    StateMachinePlan plan =
        plan(
            "m(I)" + GENERATOR,
            """
              LDC "text"
              ASTORE 1
            loop:
              FRAME I java/lang/String
              IINC 0 -1
              ILOAD 0
              IFNE loop
              ALOAD 1
              POP
              NEW p/A
              POP
              ACONST_NULL
              CHECKCAST p/A
              ASTORE 1
              ACONST_NULL
              YIELD
              POP
              ALOAD 1
              ARETURN
            """);
    assertThat(savedEarly(plan)).isEmpty();
  }

  @Test
  void a_slot_that_held_another_type_before_is_not_saved_for_what_comes_later() {
    StateMachinePlan plan =
        plan(
            "m()" + GENERATOR,
            """
              LDC "text"
              ASTORE 0
              ALOAD 0
              POP
              NEW p/A
              POP
              ACONST_NULL
              CHECKCAST p/A
              ASTORE 0
            loop:
              FRAME p/A
              ACONST_NULL
              YIELD
              POP
              ALOAD 0
              POP
              GOTO loop
            """);
    assertThat(savedEarly(plan)).containsExactly("local3A");
    assertThat(plan.fields()).containsExactly(new FrameField("local3A", "Lp/A;"));
  }

  // === The mark of running ===

  private static boolean marksRunning(String code) {
    return plan("m(Ljava/lang/Object;I)" + GENERATOR, code + "ACONST_NULL\nARETURN\n")
        .marksRunning();
  }

  @Test
  void what_computes_and_yields_is_not_marked_as_running() {
    assertThat(
            marksRunning(
                """
                ILOAD 1
                INVOKESTATIC java/lang/Integer.valueOf(I)Ljava/lang/Integer;
                YIELD
                CHECKCAST java/lang/Integer
                INVOKEVIRTUAL java/lang/Integer.intValue()I
                ISTORE 1
                """))
        .isFalse();
    assertThat(
            marksRunning(
                """
                loop:
                  FRAME java/lang/Object I
                  ACONST_NULL
                  YIELD
                  POP
                  IINC 1 -1
                  ILOAD 1
                  IFNE loop
                """))
        .isFalse();
  }

  @Test
  void what_calls_others_is_marked_as_running() {
    String yield = "ACONST_NULL\nYIELD\nPOP\n";
    assertThat(marksRunning(yield)).isFalse();
    assertThat(marksRunning(yield + "INVOKESTATIC p/A.call()V\n")).isTrue();
    assertThat(marksRunning(yield + "INVOKESTATIC p/A.sub()V\n")).isTrue();
    assertThat(marksRunning(yield + "ALOAD 0\nINVOKEVIRTUAL java/lang/Object.hashCode()I\nPOP\n"))
        .isTrue();
    assertThat(marksRunning(yield + "ALOAD 0\nMONITORENTER\nALOAD 0\nMONITOREXIT\n")).isTrue();
  }

  @Test
  void what_may_load_a_class_is_marked_as_running() {
    String yield = "ACONST_NULL\nYIELD\nPOP\n";
    assertThat(marksRunning(yield + "NEW p/A\nPOP\n")).isTrue();
    assertThat(marksRunning(yield + "ALOAD 0\nCHECKCAST p/A\nPOP\n")).isTrue();
    assertThat(marksRunning(yield + "ALOAD 0\nCHECKCAST java/lang/String\nPOP\n")).isFalse();
    assertThat(marksRunning(yield + "GETSTATIC p/A.field I\nPOP\n")).isTrue();
    assertThat(marksRunning(yield + "GETSTATIC p/Type.field I\nPOP\n")).isFalse();
  }

  @Test
  void a_loop_that_need_not_yield_is_marked_as_running() {
    assertThat(
            marksRunning(
                """
                loop:
                  FRAME java/lang/Object I
                  IINC 1 -1
                  ILOAD 1
                  IFNE loop
                  ACONST_NULL
                  YIELD
                  POP
                """))
        .isTrue();
  }

  @Test
  void a_subroutine_is_not_what_is_marked() {
    assertThat(plan("m()V", "ACONST_NULL\nYIELD\nPOP\nRETURN").marksRunning()).isTrue();
  }

  @Test
  void what_it_says_of_variables_is_in_the_order_of_their_slots() {
    StateMachinePlan plan =
        plan(
            "m(II)" + GENERATOR,
            """
            first:
              LINE 4
            start:
              ACONST_NULL
              YIELD
              POP
              ILOAD 0
              ILOAD 1
              POP2
              ACONST_NULL
              ARETURN
            end:
              LOCAL late I start end 1
              LOCAL early I first end 0
            """);
    assertThat(plan.layout())
        .isEqualTo("p.Type/m/Type.java\n4;early/0/I;late/1/I\n4;early/0/I;late/1/I\n");
  }

  @Test
  void a_variable_that_begins_after_an_instruction_is_no_parameter() {
    StateMachinePlan plan =
        plan(
            "m()" + GENERATOR,
            """
              NOP
            start:
              ACONST_NULL
              YIELD
              ARETURN
            end:
              LOCAL x I start end 0
            """);
    assertThat(plan.layout()).isEqualTo("p.Type/m/Type.java\n-1\n-1;x\n");
  }

  @Test
  void a_dead_variable_is_not_taken_for_null_beside_one_that_is() {
    StateMachinePlan plan =
        plan(
            "m(I)V",
            """
            start:
              ACONST_NULL
              ASTORE 1
              ICONST_1
              INVOKESTATIC p/Type.sub(I)V
              ALOAD 1
              POP
              RETURN
            end:
              LOCAL dead I start end 0
              LOCAL text Ljava/lang/String; start end 1
            """);
    assertThat(plan.layout()).endsWith("\n-1;dead;text/-1/L\n");
  }
}
