package dev.weft.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What stands side by side is compiled, and measured, in this project: nothing is from memory. */
class MigrationTest {
  private final Page page;

  MigrationTest() throws IOException {
    page = Page.read("migration.md");
  }

  @Test
  void the_java_code_is_that_of_the_examples_and_of_the_benchmarks() {
    Sources sources =
        Sources.of(
            ".java",
            "examples/src/main/java",
            "benchmarks/src/main/java",
            "peers/kilim/src/main/java",
            "peers/offbynull/src/main/java",
            "peers/javaflow/src/main/java");
    assertThat(page.fences("java")).hasSizeGreaterThan(5);
    assertThat(sources.without(page.fences("java"))).isEmpty();
  }

  @Test
  void the_kotlin_code_is_that_of_the_benchmarks() {
    Sources sources = Sources.of(".kt", "peers/src/main/kotlin");
    assertThat(page.fences("kotlin")).isNotEmpty();
    assertThat(sources.without(page.fences("kotlin"))).isEmpty();
  }
}
