package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.weft.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests run without the agent: the classes under test are woven. */
class FibonacciTest {
  @Test
  void no_agent_is_there() {
    assertNull(System.getProperty("weft.agent"));
  }

  @Test
  void the_generator_runs() {
    Generator<Long, Void, Void> numbers = Fibonacci.numbers();
    assertEquals(List.of(1L, 1L, 2L, 3L, 5L), numbers.stream().limit(5).toList());
  }

  @Test
  void its_frame_is_a_class_file() throws IOException {
    Path classes = Path.of("target", "classes", "com", "example");
    try (Stream<Path> files = Files.list(classes)) {
      assertEquals(
          List.of("Fibonacci$$Weft$numbers$"),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("$$Weft$"))
              .map(name -> name.replaceAll("[0-9a-f]{10}\\.class$", ""))
              .toList());
    }
  }
}
