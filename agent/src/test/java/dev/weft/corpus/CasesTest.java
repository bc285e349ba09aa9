package dev.weft.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every case of the catalogue has a test. Writes {@code target/cases.md}, the table of them. */
class CasesTest {
  private static final Path TABLE = Path.of("target", "cases.md");

  private static Map<String, String> titles;
  private static List<MarkedTests> marked;

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    titles = catalogue();
    Path classes =
        Path.of(CasesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    marked = MarkedTests.below(classes);
  }

  /** The titles of all cases by their names, in order. */
  private static Map<String, String> catalogue() throws IOException {
    Map<String, String> catalogue = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                CasesTest.class.getResourceAsStream("/cases.txt"), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
        String id = line.substring(0, line.indexOf(' '));
        assertThat(catalogue.put(id, line.substring(id.length() + 1))).as(id).isNull();
      }
    }
    return catalogue;
  }

  private static Map<String, Set<String>> tests() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (MarkedTests test : marked) {
      test.ids().forEach(id -> tests.computeIfAbsent(id, key -> new TreeSet<>()).add(test.name()));
    }
    return tests;
  }

  @Test
  void every_case_has_a_test() throws IOException {
    Map<String, Set<String>> tests = tests();
    StringBuilder table = new StringBuilder("| case | what | shown by |\n| --- | --- | --- |\n");
    titles.forEach((id, title) -> {
      String names = String.join("`, `", tests.getOrDefault(id, Set.of("none")));
      table.append("| %s | %s | `%s` |\n".formatted(id, title, names));
    });
    Files.writeString(TABLE, table);
    Set<String> missing = new TreeSet<>(titles.keySet());
    missing.removeAll(tests.keySet());
    assertThat(missing).as("cases without a test, see %s", TABLE).isEmpty();
  }

  @Test
  void every_name_of_a_case_is_in_the_catalogue() {
    assertThat(titles.keySet()).containsAll(tests().keySet());
  }

  @Test
  void what_is_marked_is_run() {
    assertThat(marked).isNotEmpty().allSatisfy(test -> assertThat(test.runs()).isTrue());
  }
}
