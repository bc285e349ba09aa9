package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Delegation in all its corners, with what CPython 3.13 does as the expectation: {@code
 * delegation/scripts.txt}, written by the program beside it.
 *
 * <p>Inner generators are shared by several outer ones; are driven, closed and exhausted from
 * outside in the middle of a delegation, at every place of a chain; answer what is raised in every
 * way; and make calls to others from inside. After each call the results, what the bodies noted,
 * all states and all delegates are compared.
 */
@Woven
class DelegationScriptsTest {
  private static String resource() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DelegationScriptsTest.class.getResourceAsStream("/delegation/scripts.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.joining("\n"));
    }
  }

  /** Every form with every other, for the generators of a script in turn. */
  static Stream<String> forms() {
    return Cast.FORMS.stream().flatMap(one -> Cast.FORMS.stream().map(other -> one + ", " + other));
  }

  @Case({
    "YF-01", "YF-03", "YF-05", "YF-06", "YF-07", "YF-13", "YF-14", "YF-15", "YF-16", "YF-17",
    "YF-18", "YF-20", "YF-27", "RE-08"
  })
  @ParameterizedTest
  @MethodSource("forms")
  void does_what_Python_does(String forms) throws IOException {
    List<String> scripts = List.of(resource().split("\n\n"));
    assertThat(scripts).hasSizeGreaterThan(200);
    SoftAssertions softly = new SoftAssertions();
    for (String script : scripts) {
      softly.assertThat(run(script.strip(), List.of(forms.split(", ")))).isEqualTo(script.strip());
    }
    softly.assertAll();
  }

  private static String run(String script, List<String> forms) {
    List<String> lines = script.lines().toList();
    Cast cast = new Cast(lines.get(1), forms);
    return Stream.concat(
            lines.stream().limit(2),
            lines.stream().skip(2).map(line -> cast.line(line.substring(0, line.indexOf(':')))))
        .collect(Collectors.joining("\n"));
  }
}
