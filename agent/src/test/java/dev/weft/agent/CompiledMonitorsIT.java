package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Synchronized;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SY-06: HotSpot gives a method up whose monitors it cannot pair, and interprets it for good. Woven
 * ones are compiled at the highest level.
 */
class CompiledMonitorsIT {
  /** Time, number, flags with one for exception handlers (only bodies have any), level, method. */
  private static Pattern compiled(String method) {
    String name = Pattern.quote(Synchronized.class.getName() + "::" + method + " (");
    return Pattern.compile("(?m)^ +\\d+ +\\d+ [ %sbn]*![ sbn]* +4 +" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oneBlock", "nestedBlocks"})
  void a_woven_method_with_synchronized_blocks_is_compiled(String method) {
    String output =
        ForkedJvm.woven().with("-XX:+PrintCompilation", "-Xbatch").run(Synchronized.class).output();
    assertThat(output).contains("held=false").doesNotContain("COMPILE SKIPPED");
    assertThat(output).containsPattern(compiled(method));
  }
}
