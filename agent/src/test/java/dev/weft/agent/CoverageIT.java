package dev.weft.agent;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Covered;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JaCoCo's agent beside ours: both see the class that they know, whichever comes first. */
@Case("XC-09")
class CoverageIT {
  private static final Path SOURCE =
      Path.of("src", "test", "java").resolve(Covered.class.getName().replace('.', '/') + ".java");

  private static final Map<Integer, String> STATUS =
      Map.of(
          ICounter.FULLY_COVERED, "covered",
          ICounter.PARTLY_COVERED, "partly covered",
          ICounter.NOT_COVERED, "not covered");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lines_of_coroutine_methods_count_as_covered(boolean coverageFirst) throws IOException {
    Path data = directory.resolve("jacoco.exec");
    ForkedJvm jvm = coverageFirst ? coverage(ForkedJvm.plain(), data) : ForkedJvm.plain();
    jvm.agent(ForkedJvm.agentJar(), "");
    ForkedJvm.Result result = (coverageFirst ? jvm : coverage(jvm, data)).run(Covered.class);
    assertThat(result.output()).isEqualTo("1 2 3 4 caught 5" + System.lineSeparator());
    IClassCoverage coverage = analyse(data);
    assertThat(coverage.isNoMatch()).isFalse();
    Map<Integer, String> expected = expected();
    assertThat(statusOf(coverage, expected)).isEqualTo(expected);
  }

  private static ForkedJvm coverage(ForkedJvm jvm, Path data) {
    return jvm.agent(ForkedJvm.jar("weft.jacoco.jar"), "destfile=" + data);
  }

  private static IClassCoverage analyse(Path data) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(data.toFile());
    CoverageBuilder builder = new CoverageBuilder();
    Path original =
        ForkedJvm.locationOf(Covered.class)
            .resolve(Covered.class.getName().replace('.', '/') + ".class");
    new Analyzer(loader.getExecutionDataStore(), builder)
        .analyzeClass(Files.readAllBytes(original), original.toString());
    return builder.getClasses().iterator().next();
  }

  /** What the comments in the source say, by line. */
  private static Map<Integer, String> expected() throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    return IntStream.rangeClosed(1, lines.size())
        .boxed()
        .filter(number -> lines.get(number - 1).contains(" // "))
        .collect(toMap(number -> number, number -> lines.get(number - 1).split(" // ")[1]));
  }

  private static Map<Integer, String> statusOf(
      IClassCoverage coverage, Map<Integer, String> expected) {
    return expected.keySet().stream()
        .collect(
            toMap(
                number -> number,
                number -> STATUS.getOrDefault(coverage.getLine(number).getStatus(), "no code")));
  }
}
