package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What javac says of sources in which a comment beside the line holds a part of each message that
 * is to be expected there, and which get no others.
 */
class SourcesTest {
  private static final Path SOURCES = Path.of("src", "test", "resources", "sources");
  private static final Pattern EXPECTATION = Pattern.compile("// (error|warning): (.*)");

  @TempDir private Path classes;

  private record Expectation(int line, String kind, String part) {
    boolean isMetBy(String finding) {
      return finding.startsWith(line + ": " + kind + ": ") && finding.contains(part);
    }
  }

  private static List<Expectation> expectations(Path source) throws IOException {
    List<Expectation> expected = new ArrayList<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTATION.matcher(lines.get(i));
      if (matcher.find()) {
        expected.add(new Expectation(i + 1, matcher.group(1), matcher.group(2)));
      }
    }
    return expected;
  }

  private Compilation compile(Path... sources) throws IOException {
    return Compilation.of(ToolProvider.getSystemJavaCompiler(), classes, List.of(sources));
  }

  static List<Path> sources() throws IOException {
    return Compilation.sourcesIn(SOURCES);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void each_mistake_is_told_at_its_line_and_nothing_else(Path source) throws IOException {
    Compilation compilation = compile(source);
    List<String> left = new ArrayList<>(compilation.findings());
    List<Expectation> unmet = new ArrayList<>(expectations(source));
    unmet.removeIf(expected -> {
      boolean met = left.stream().anyMatch(expected::isMetBy);
      left.removeIf(expected::isMetBy);
      return met;
    });
    assertThat(compilation.otherErrors()).isEmpty();
    assertThat(unmet).as("not told; told besides: %s", left).isEmpty();
    assertThat(left).as("told, but not expected").isEmpty();
  }

  @Test
  void parameters_may_take_252_slots_and_those_of_a_generator_method_254() throws IOException {
    assertThat(declared("static void", 252)).isEmpty();
    assertThat(declared("void", 252))
        .containsExactly(
            "5: error: Weft cannot weave Wide.m: its parameters take 253 slots, and weaving needs 3"
                + " more of 255; pass some of them in an object");
    assertThat(declared("static dev.weft.Generator<Long, Void, Void>", 254)).isEmpty();
    assertThat(declared("static dev.weft.Generator<Long, Void, Void>", 255))
        .singleElement(STRING)
        .contains("its parameters take 255 slots, and weaving needs 1 more of 255");
  }

  /** What is said of a method whose parameters take so many slots: longs, and an int if odd. */
  private List<String> declared(String returning, int slots) throws IOException {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < slots / 2; i++) {
      parameters.add("long l" + i);
    }
    if (slots % 2 != 0) {
      parameters.add("int last");
    }
    String end = returning.endsWith("void") ? "" : "return null; ";
    String text =
        """
        import dev.weft.Coroutine;

        class Wide {
          @Coroutine
          %s m(%s) { %s }
        }
        """
            .formatted(returning, String.join(", ", parameters), end);
    Compilation compilation = compile(Files.writeString(classes.resolve("Wide.java"), text));
    assertThat(compilation.otherErrors()).isEmpty();
    return compilation.findings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../core/src/main/java", "../examples/src/main/java"})
  void nothing_is_told_of_sources_without_a_mistake(Path directory) throws IOException {
    List<Path> sources = Compilation.sourcesIn(directory);
    Compilation compilation = compile(sources.toArray(Path[]::new));
    assertThat(sources).hasSizeGreaterThan(5);
    assertThat(compilation.otherErrors()).isEmpty();
    assertThat(compilation.findings()).isEmpty();
  }

  @Test
  void code_with_errors_is_checked_as_far_as_it_is_understood() throws IOException {
    String text =
        """
        import dev.weft.*;

        class Broken extends Missing implements Absent<Broken> {
          Unknown field = unknown(Broken::gone, x -> Coroutines.yield(x));
          { Unknown local = new Unknown(() -> Coroutines.yield(1)) { int y = Coroutines.yield(2); }; }
          @Coroutine Unknown m(Unknown u, Yielder<Unknown, Nothing> out) {
            unknown(Coroutines.yield(out.yield(u)), u::foo, this::n, Broken::gone);
            String.valueOf(Coroutines.yield(nowhere));
            Unknown lambda = () -> { return m(u, out); };
            return new Unknown() { void k() { n(); super.n(); } };
          }
          @Coroutine Generator<Unknown> n() { return m(1).n().o(); }
          void plain() { Coroutines.yield(1); }
          void plain() { m(null, null); new Inner().x(); }
          class Inner extends Inner { @Coroutine int x() { return super.x(); } }
        }
        """;
    Path source = Files.writeString(classes.resolve("Broken.java"), text);
    Compilation compilation =
        Compilation.of(
            ToolProvider.getSystemJavaCompiler(),
            classes,
            List.of(source),
            "--should-stop=ifError=FLOW");
    assertThat(compilation.otherErrors()).hasSizeGreaterThan(5);
    assertThat(compilation.findings())
        .contains(
            "13: error: Weft cannot weave Broken.plain: a yield in a method that is no coroutine;"
                + " annotate the method @Coroutine");
  }

  @Test
  void nothing_is_told_where_the_library_is_not_on_the_class_path() throws IOException {
    Path source = Files.writeString(classes.resolve("Plain.java"), "class Plain { int x; }");
    Path processor = Path.of("target", "classes");
    Compilation compilation =
        Compilation.of(
            ToolProvider.getSystemJavaCompiler(),
            classes,
            List.of(source),
            "-processorpath",
            processor.toString(),
            "-cp",
            classes.toString());
    assertThat(compilation.messages()).isEmpty();
  }
}
