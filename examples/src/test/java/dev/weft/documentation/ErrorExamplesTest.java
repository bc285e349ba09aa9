package dev.weft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.examples.Fork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on the page of errors say what it says that they say. */
class ErrorExamplesTest {
  private static final Path PROCESSOR = Path.of("..", "processor", "target", "classes");

  private final List<Example> examples;

  @TempDir private Path directory;

  ErrorExamplesTest() throws IOException {
    examples =
        Page.read("errors.md").sections().stream()
            .flatMap(section -> Example.in(section).stream())
            .toList();
  }

  @Test
  void with_the_agent() throws Exception {
    List<Example> woven = those(Example::woven);
    assertThat(woven).hasSizeGreaterThan(25);
    assertSay(woven, "-javaagent:" + System.getProperty("weft.agent.jar"));
  }

  @Test
  void without_the_agent() throws Exception {
    List<Example> plain = those(example -> !example.woven());
    assertThat(plain).hasSizeGreaterThan(1);
    for (Example example : plain) {
      assertSay(List.of(example));
    }
  }

  private List<Example> those(Predicate<Example> that) {
    return examples.stream().filter(e -> !e.said().isEmpty()).filter(that).toList();
  }

  /** Runs some in one JVM. */
  private void assertSay(List<Example> those, String... options) throws Exception {
    Path root = Files.createTempDirectory(directory, "examples");
    List<Path> places = new ArrayList<>();
    for (Example example : those) {
      Path place = Files.createTempDirectory(root, "example");
      assertThat(example.compile(place, "-proc:none")).as(example.code()).isEmpty();
      places.add(place);
    }
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-D" + RunExamples.DIRECTORY + "=" + root);
    Fork fork = Fork.run(RunExamples.class, all.toArray(String[]::new));
    assertThat(fork.exitCode()).as("%s", fork).isZero();
    SoftAssertions soft = new SoftAssertions();
    for (int i = 0; i < places.size(); i++) {
      Example example = those.get(i);
      String said = Page.normalised(Files.readString(places.get(i).resolve(RunExamples.SAID)));
      soft.assertThat(said)
          .as(example.code())
          .contains(example.said().stream().flatMap(ErrorExamplesTest::parts).toList());
    }
    soft.assertAll();
  }

  /** Three dots stand for what differs. */
  private static Stream<String> parts(String said) {
    return Stream.of(said.split("\\.\\.\\.")).map(Page::normalised);
  }

  @Test
  void with_the_processor() throws Exception {
    List<Example> reported = examples.stream().filter(e -> !e.reported().isEmpty()).toList();
    assertThat(reported).hasSizeGreaterThan(3);
    SoftAssertions soft = new SoftAssertions();
    for (Example example : reported) {
      Path place = Files.createTempDirectory(directory, "example");
      List<String> found = example.compile(place, "-processorpath", PROCESSOR.toString());
      soft.assertThat(found)
          .map(Page::normalised)
          .as(example.code())
          .containsAll(example.reported().stream().map(Page::normalised).toList());
    }
    soft.assertAll();
  }
}
