package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Advised;
import dev.weft.programs.Aspects;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AspectJ's load-time weaver beside ours, whichever comes first. */
@Case("XC-09")
class AspectsIT {
  private static final String CURE =
      "advice around a method that yields cannot be suspended: use advice before and after it";

  @TempDir private Path directory;

  private ForkedJvm.Result run(boolean aspectsFirst, Class<?> aspect) throws IOException {
    Path configuration = Files.createDirectories(directory.resolve("META-INF")).resolve("aop.xml");
    Files.writeString(
        configuration,
        """
        <aspectj>
          <weaver>
            <include within="dev.weft.programs.Advised"/>
            <include within="dev.weft.programs.Aspects.*"/>
          </weaver>
          <aspects><aspect name="%s"/></aspects>
        </aspectj>
        """
            .formatted(aspect.getName()));
    ForkedJvm jvm = ForkedJvm.plain().first(directory);
    Path aspects = ForkedJvm.locationOf(Aspect.class);
    if (aspectsFirst) {
      jvm.agent(aspects, "").agent(ForkedJvm.agentJar(), "");
    } else {
      jvm.agent(ForkedJvm.agentJar(), "").agent(aspects, "");
    }
    return jvm.run(Advised.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void advice_before_and_after_is_given_where_the_code_begins_and_ends(boolean aspectsFirst)
      throws IOException {
    assertThat(run(aspectsFirst, Aspects.Executions.class).output())
        .isEqualTo(
            lines(
                "made",
                "begin numbers",
                "begin number",
                "1",
                "end number",
                "returned 10",
                "begin number",
                "2",
                "end number",
                "returned 20",
                "end numbers",
                "all 30"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void advice_before_and_after_calls_is_given_once_a_call(boolean aspectsFirst) throws IOException {
    assertThat(run(aspectsFirst, Aspects.Calls.class).output())
        .isEqualTo(
            lines(
                "made",
                "call numbers",
                "called numbers",
                "call number",
                "1",
                "called number",
                "call number",
                "2",
                "called number",
                "all 30"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void advice_around_a_generator_method_is_around_the_making_of_the_generator(boolean aspectsFirst)
      throws IOException {
    assertThat(run(aspectsFirst, Aspects.AroundGenerator.class).output())
        .isEqualTo(lines("made", "before numbers", "after numbers", "1", "2", "all 30"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void so_are_two_of_them(boolean aspectsFirst) throws IOException {
    assertThat(run(aspectsFirst, Aspects.TwiceAroundGenerator.class).output())
        .isEqualTo(lines("made", "outer", "inner", "1", "2", "all 30"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void so_is_advice_around_a_call_of_one(boolean aspectsFirst) throws IOException {
    assertThat(run(aspectsFirst, Aspects.AroundGeneratorCall.class).output())
        .isEqualTo(lines("made", "before numbers", "after numbers", "1", "2", "all 30"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void advice_around_a_subroutine_is_given_as_long_as_it_does_not_suspend(boolean aspectsFirst)
      throws IOException {
    assertThat(run(aspectsFirst, Aspects.AroundUnsuspended.class).output())
        .isEqualTo(lines("made", "1", "2", "all 32"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void advice_around_a_subroutine_that_yields_is_named(boolean aspectsFirst) throws IOException {
    assertThat(run(aspectsFirst, Aspects.AroundSubroutine.class).output())
        .startsWith(lines("made") + "a yield in dev.weft.programs.Advised.number_aroundBody0")
        .contains("cannot suspend its generator: these frames are not coroutines: ")
        .contains("dev.weft.programs.Aspects$AroundSubroutine.around (Aspects.java:")
        .endsWith(lines("; " + CURE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void so_is_advice_around_a_call_of_one_that_yields(boolean aspectsFirst) throws IOException {
    assertThat(run(aspectsFirst, Aspects.AroundSubroutineCall.class).output())
        .startsWith(lines("made") + "a yield in dev.weft.programs.Advised.number (Advised.java:")
        .contains("cannot suspend its generator: these frames are not coroutines: ")
        .contains("dev.weft.programs.Aspects$AroundSubroutineCall.around (Aspects.java:")
        .endsWith(lines("; " + CURE));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
