package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Locked;
import dev.weft.programs.Retained;
import dev.weft.weaving.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JIT makes of woven code. */
class CompiledCodeIT {
  /** Where locks were not balanced on every path, it would give up. */
  @Case("SY-06")
  @Test
  void a_body_with_locks_is_compiled_at_the_highest_level() {
    String out =
        ForkedJvm.woven().with("-XX:+PrintCompilation", "-Xbatch").run(Locked.class).output();
    assertThat(out.lines()).contains(Locked.EXPECTED);
    assertThat(out.lines().filter(line -> line.contains("Locked::locking")))
        .anyMatch(line -> line.matches(".* 4 +dev.weft.programs.Locked::locking .*"))
        .noneMatch(line -> line.contains("COMPILE SKIPPED"))
        .noneMatch(line -> line.contains("made not compilable"));
  }

  @Case({"ML-02", "ML-06", "ML-09"})
  @ParameterizedTest
  @ValueSource(
      strings = {"-Xint", "-XX:TieredStopAtLevel=1 -Xbatch", "-XX:-TieredCompilation -Xbatch"})
  void what_is_not_needed_any_more_is_let_go(String compiler) {
    ForkedJvm jvm = ForkedJvm.woven().with(compiler.split(" "));
    assertThat(jvm.run(Retained.class).output().strip()).isEqualTo(Retained.EXPECTED);
  }
}
