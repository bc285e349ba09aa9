package dev.weft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The listings are those that the agent's own tests hold, instruction by instruction. Left out are
 * packages, stack map frames, lines and variables; a line of dots stands for more that is left out.
 */
class HowItWorksTest {
  private static final Path SNAPSHOTS = Path.of("..", "agent", "src", "test", "resources");

  private final Page page;

  HowItWorksTest() throws IOException {
    page = Page.read("how-it-works.md");
  }

  @Test
  void the_methods_are_those_whose_woven_form_is_held() {
    Sources methods = Sources.of("GoldenMethods.java", "agent/src/test/java");
    assertThat(page.fences("java")).isNotEmpty();
    assertThat(methods.without(page.fences("java"))).isEmpty();
  }

  @Test
  void the_listings_are_pieces_of_their_woven_form() throws IOException {
    List<String> woven = woven();
    List<String> pieces =
        page.fences("text").stream()
            .flatMap(listing -> Stream.of(listing.text().split("\\n *\\.\\.\\.(?=\\n|$)")))
            .map(HowItWorksTest::instructions)
            .toList();
    assertThat(pieces).hasSizeGreaterThan(5);
    assertThat(pieces).allMatch(piece -> woven.stream().anyMatch(all -> all.contains(piece)));
  }

  private static List<String> woven() throws IOException {
    List<String> woven = new ArrayList<>();
    try (Stream<Path> files = Files.list(SNAPSHOTS.resolve("snapshots"))) {
      for (Path file : files.toList()) {
        woven.add(instructions(Files.readString(file)));
      }
    }
    return woven;
  }

  private static String instructions(String listing) {
    return listing
        .lines()
        .map(line -> line.replaceFirst("//.*", "").replaceAll("(dev|java)/(\\w+/)*", "").strip())
        .filter(line -> !line.isEmpty() && !line.matches("(FRAME|LINE|LOCAL) .*"))
        .collect(Collectors.joining("\n"));
  }
}
