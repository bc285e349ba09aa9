package dev.weft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weft.behaviour.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs that once failed, each made small and kept in the test resources. */
class RegressionsTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "fuzz");
  private static final String PACKAGE = "dev.weft.fuzz";

  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void do_what_they_did_unwoven(Path file) throws IOException {
    Map<String, byte[]> classes =
        file.toString().endsWith(".source")
            ? compiled(Files.readString(file))
            : Map.of(PACKAGE + ".Program", Files.readAllBytes(file));
    Figures figures = new Figures();
    assertThat(Comparison.differences(classes, List.of(PACKAGE + ".Program"), figures)).isEmpty();
    assertThat(figures.runs).isPositive();
  }

  private static Map<String, byte[]> compiled(String text) {
    String release = text.substring("// release ".length(), text.indexOf('\n'));
    assumeThat(Integer.parseInt(release)).isLessThanOrEqualTo(Runtime.version().feature());
    Source.Compiled compiled = Source.compile(PACKAGE, Map.of("Program", text), release);
    assertThat(compiled.messages()).isEmpty();
    return compiled.classes();
  }
}
