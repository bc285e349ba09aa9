package dev.weft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of errors has every message that is in the code, and no other.
 *
 * <p>A message stands in the heading of its entry, in the first cell of a table's row, or in what
 * an example says. Names in angle brackets stand for what varies.
 */
class ErrorsTest {
  private static final List<String> MODULES = List.of("core", "agent", "processor");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Where {@code explain} and {@code Weft.dump()} have their words. */
  private static final List<String> REPORTS = List.of("/cli/explain/", "/tracking/Dump.class");

  /** Other texts that tell of nothing wrong. */
  private static final Set<String> NO_ERRORS =
      Set.of(
          "(not packaged)",
          ": class file",
          "Unknown Source",
          "an unknown method",
          "at line",
          "bytes, as a state machine",
          "classes and added",
          "delegating to",
          "f min",
          "f s",
          "in a coroutine",
          "not live:",
          "nothing found",
          "soaked program");

  private final Page page;

  ErrorsTest() throws IOException {
    page = Page.read("errors.md");
  }

  @Test
  void every_message_in_the_code_is_on_the_page() {
    String messages =
        page.sections().stream()
            .flatMap(section -> Stream.concat(messages(section), said(section)))
            .map(Page::normalised)
            .collect(Collectors.joining("\n"));
    assertThat(textsInTheCode())
        .hasSizeGreaterThan(100)
        .filteredOn(text -> !messages.contains(text))
        .isEmpty();
  }

  @Test
  void every_message_on_the_page_is_in_the_code() {
    Set<String> texts = textsInTheCode();
    assertThat(page.sections().stream().flatMap(ErrorsTest::messages))
        .hasSizeGreaterThan(60)
        .flatMap(message -> List.of(message.split("<[^>]*>")))
        .flatMap(part -> MessageTexts.parts(part).toList())
        .filteredOn(part -> texts.stream().noneMatch(text -> text.contains(part)))
        .isEmpty();
  }

  @Test
  void every_entry_has_an_example_and_a_cure() {
    assertThat(page.sections())
        .filteredOn(section -> section.heading().startsWith("### "))
        .hasSizeGreaterThan(30)
        .allMatch(
            section -> section.text().stream().anyMatch(line -> line.startsWith("**Cure:** ")))
        .allMatch(section ->
            !section.fences().isEmpty()
                || section.text().stream().anyMatch(line -> line.startsWith("**Example:** ")));
  }

  private static Set<String> textsInTheCode() {
    Set<String> texts = new TreeSet<>();
    for (String module : MODULES) {
      Path classes = Path.of("..", module, "target", "classes");
      texts.addAll(MessageTexts.in(classes, ErrorsTest::isNoReport));
    }
    assertThat(texts).containsAll(NO_ERRORS);
    texts.removeAll(NO_ERRORS);
    return texts;
  }

  private static boolean isNoReport(Path file) {
    return REPORTS.stream().noneMatch(file.toString()::contains);
  }

  /** The messages in a section's heading and tables. */
  private static Stream<String> messages(Page.Section section) {
    Stream<String> rows =
        section.text().stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.split(" \\| ")[0]);
    return Stream.concat(Stream.of(section.heading()), rows)
        .flatMap(text -> CODE.matcher(text).results())
        .map(MatchResult::group)
        .map(code -> code.substring(1, code.length() - 1));
  }

  private static Stream<String> said(Page.Section section) {
    return section.fences().stream()
        .filter(fence -> fence.info().startsWith("text"))
        .map(Page.Fence::text);
  }
}
