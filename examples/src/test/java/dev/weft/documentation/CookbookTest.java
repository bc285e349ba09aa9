package dev.weft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The recipes are pieces of the examples, and what they print is what the examples print. */
class CookbookTest {
  private final Page page;

  CookbookTest() throws IOException {
    page = Page.read("cookbook.md");
  }

  @Test
  void the_code_is_that_of_the_examples() {
    Sources examples = Sources.of(".java", "examples/src/main/java");
    assertThat(page.fences("java")).hasSizeGreaterThan(7);
    assertThat(examples.without(page.fences("java"))).isEmpty();
  }

  @Test
  void the_output_is_what_their_tests_expect() {
    Sources expectations = Sources.of("ExamplesTest.java", "examples/src/test/java");
    assertThat(page.fences("text")).hasSizeGreaterThan(4);
    assertThat(expectations.without(page.fences("text"))).isEmpty();
  }
}
