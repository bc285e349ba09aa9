package dev.weft.agent.rewrite.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.analyse.MethodAnalyser;
import dev.weft.agent.rewrite.model.CodeSections;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.Printer;

/** Which instructions are copied, and where control goes in the copies. */
class IterationCopiesTest {
  private InsnList code = new InsnList();

  private List<CodeSections> choices(String listing) {
    MethodNode method = Listing.method("m(I)V", listing);
    Set<AbstractInsnNode> calls = new HashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && Set.of("yield", "sub").contains(call.name)) {
        calls.add(call);
      }
    }
    CoroutineMethod coroutine =
        new CoroutineMethod("p/Type", false, method, calls, CoroutineKind.of(method.desc), "m");
    StateMachinePlan plan =
        new Splitter((type, from) -> true)
            .split(new MethodAnalyser(false).analyse(coroutine), Optional.empty());
    code = plan.body().code().instructions;
    return plan.choices();
  }

  /** What a section contains, in the words of a listing. */
  private String contents(CodeSections sections, int section) {
    StringBuilder text = new StringBuilder();
    for (int i : sections.sections().get(section).contents().stream().toArray()) {
      AbstractInsnNode instruction = code.get(i);
      if (instruction instanceof MethodInsnNode call) {
        text.append(call.name).append(' ');
      } else if (instruction.getOpcode() >= 0) {
        text.append(Printer.OPCODES[instruction.getOpcode()]).append(' ');
      }
    }
    return text.toString().strip();
  }

  private int pointAt(int number) {
    int seen = 0;
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof MethodInsnNode call
          && Set.of("yield", "sub").contains(call.name)
          && seen++ == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("there are " + seen + " points");
  }

  private static final String FILTER =
      """
      loop:
        FRAME I
        ILOAD 0
        IFEQ end
        ILOAD 0
        ICONST_1
        IAND
        IFEQ next
        ACONST_NULL
        YIELD
        POP
      next:
        FRAME I
        IINC 0 -1
        GOTO loop
      end:
        FRAME I
        RETURN
      """;

  @Test
  void the_rest_of_the_iteration_is_copied_and_leaves_the_loop_what_can_be_reached_in_it() {
    List<CodeSections> choices = choices(FILTER);
    assertThat(choices).hasSize(2);
    assertThat(contents(choices.get(0), 0)).contains("yield POP IINC GOTO");
    assertThat(contents(choices.get(1), 0)).endsWith(" yield IINC GOTO RETURN");
    assertThat(contents(choices.get(1), 1)).isEqualTo("POP IINC GOTO");
  }

  @Test
  void a_point_goes_on_in_the_copy_and_the_copy_with_the_loop() {
    List<CodeSections> choices = choices(FILTER);
    int point = pointAt(0);
    assertThat(choices.get(0).isResumedIn(0, point)).isTrue();
    assertThat(choices.get(1).isResumedIn(0, point)).isFalse();
    assertThat(choices.get(1).isResumedIn(1, point)).isTrue();
    assertThat(choices.get(1).target(1, point + 1)).isEqualTo(1);
    assertThat(choices.get(1).target(1, 0)).as("the header").isZero();
    assertThat(choices.get(1).target(0, point + 1)).as("from the body").isZero();
  }

  @Test
  void where_every_iteration_yields_no_loop_is_left() {
    assertThat(
            choices(
                """
                loop:
                  FRAME I
                  ILOAD 0
                  IFEQ end
                  ACONST_NULL
                  YIELD
                  POP
                  IINC 0 -1
                  GOTO loop
                end:
                  FRAME I
                  RETURN
                """))
        .hasSize(1);
  }

  @Test
  void a_call_need_not_suspend_so_that_the_loop_is_one() {
    List<CodeSections> choices =
        choices(
            """
            loop:
              FRAME I
              ILOAD 0
              IFEQ end
              INVOKESTATIC p/Type.sub()V
              IINC 0 -1
              GOTO loop
            end:
              FRAME I
              RETURN
            """);
    assertThat(choices).hasSize(2);
    assertThat(contents(choices.get(1), 0)).contains("sub IINC GOTO");
    assertThat(contents(choices.get(1), 1)).isEqualTo("IINC GOTO");
  }

  @Test
  void points_of_one_loop_share_a_copy() {
    List<CodeSections> choices =
        choices(
            """
            loop:
              FRAME I
              ILOAD 0
              IFEQ first
              ACONST_NULL
              YIELD
              POP
            first:
              FRAME I
              ILOAD 0
              IFNE second
              ACONST_NULL
              YIELD
              POP
            second:
              FRAME I
              IINC 0 -1
              GOTO loop
            """);
    assertThat(choices).hasSize(2);
    CodeSections copied = choices.get(1);
    assertThat(contents(copied, 1)).isEqualTo("POP ILOAD IFNE POP IINC GOTO");
    assertThat(copied.isResumedIn(1, pointAt(0))).isTrue();
    assertThat(copied.isResumedIn(1, pointAt(1))).isTrue();
    BitSet entries = copied.sections().get(0).entries();
    assertThat(entries.stream()).as("what yields is not copied").hasSize(1);
    assertThat(code.get(entries.nextSetBit(0)).getOpcode()).isEqualTo(Opcodes.ACONST_NULL);
    assertThat(copied.target(1, entries.nextSetBit(0))).isZero();
  }

  private static final String NESTED =
      """
      outer:
        FRAME I
        ILOAD 0
        IFEQ end
      inner:
        FRAME I
        ILOAD 0
        IFLT leave
        ILOAD 0
        IFNE next
        ACONST_NULL
        YIELD
        POP
      next:
        FRAME I
        IINC 0 -1
        GOTO inner
      leave:
        FRAME I
        IINC 0 -2
        GOTO outer
      end:
        FRAME I
        RETURN
      """;

  @Test
  void the_inner_loop_comes_first_and_leads_into_the_loop_around_it() {
    List<CodeSections> choices = choices(NESTED);
    assertThat(choices).hasSize(3);
    assertThat(contents(choices.get(1), 1)).isEqualTo("POP IINC GOTO");
    CodeSections one = choices.get(1);
    int inner = one.sections().get(0).contents().nextSetBit(0);
    assertThat(one.target(1, inner)).isZero();
    CodeSections both = choices.get(2);
    assertThat(contents(both, 1)).isEqualTo("POP IINC GOTO");
    assertThat(contents(both, 2)).isEqualTo("ILOAD IFLT ILOAD IFNE IINC GOTO IINC GOTO");
    assertThat(both.sections().get(1).outer()).isEqualTo(2);
    assertThat(both.sections().get(2).outer()).isZero();
    assertThat(both.isResumedIn(1, pointAt(0))).isTrue();
  }

  @Test
  void from_the_copy_of_the_inner_loop_its_header_is_that_of_the_copy_of_the_outer() {
    CodeSections both = choices(NESTED).get(2);
    BitSet outer = both.sections().get(2).contents();
    assertThat(both.target(1, outer.nextSetBit(0))).isEqualTo(2);
    assertThat(both.target(2, 0)).as("the header of the outer loop").isZero();
    assertThat(both.target(1, 0)).as("the header of the outer loop").isZero();
  }

  @Test
  void a_loop_of_two_entries_is_left_as_it_is() {
    assertThat(
            choices(
                """
                  ILOAD 0
                  IFEQ middle
                loop:
                  FRAME I
                  ILOAD 0
                  IFEQ middle
                  ACONST_NULL
                  YIELD
                  POP
                middle:
                  FRAME I
                  IINC 0 -1
                  GOTO loop
                """))
        .hasSize(1);
  }

  @Test
  void a_loop_that_locks_is_left_as_it_is() {
    assertThat(
            choices(
                FILTER.replace(
                    "IINC 0 -1", "ACONST_NULL\nMONITORENTER\nACONST_NULL\nMONITOREXIT\nIINC 0 -1")))
        .hasSize(1);
  }

  private static final String HALF_MADE =
      """
      next:
        FRAME I
      made:
        NEW p/Thing
        ILOAD 0
        IFEQ throw
        POP
        IINC 0 -1
        GOTO loop
      throw:
        FRAME I | @made
        %s
      """;

  @Test
  void a_loop_that_is_left_with_a_half_made_object_is_left_as_it_is() {
    String start = FILTER.substring(0, FILTER.indexOf("next:"));
    String end = "end:\n  FRAME I\n  RETURN\n";
    assertThat(choices(start + HALF_MADE.formatted("ACONST_NULL\nATHROW") + end)).hasSize(1);
    assertThat(choices(start + HALF_MADE.formatted("POP\nGOTO loop") + end)).hasSize(2);
  }

  @Test
  void a_handler_of_the_loop_is_copied_too() {
    List<CodeSections> choices =
        choices(
            """
            loop:
              FRAME I
              ILOAD 0
              IFEQ end
            try:
              INVOKESTATIC p/Type.sub()V
            tried:
              GOTO loop
            handler:
              FRAME I | java/lang/Throwable
              POP
              GOTO loop
            end:
              FRAME I
              RETURN
              TRY try tried handler *
            """);
    assertThat(contents(choices.get(1), 1)).isEqualTo("GOTO POP GOTO");
  }

  @Test
  void dead_code_stays_with_what_it_leads_to() {
    List<CodeSections> choices =
        choices(FILTER + "dead:\n  FRAME I\n  ACONST_NULL\n  POP\n  GOTO next\n");
    assertThat(choices).hasSize(2);
    assertThat(contents(choices.get(1), 0)).endsWith("IINC GOTO RETURN ACONST_NULL POP GOTO");
  }
}
