package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden files: what differs is written beside {@code target}, to be looked at and moved. */
final class Snapshots {
  private Snapshots() {}

  /** Compares a text with the golden file of that name. */
  static void assertSame(String name, String actual) throws IOException {
    String file = "/snapshots/" + name + ".txt";
    try (InputStream in = Snapshots.class.getResourceAsStream(file)) {
      String expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!expected.equals(actual)) {
        Path review = Path.of("target", "snapshots", name + ".txt");
        Files.createDirectories(review.getParent());
        Files.writeString(review, actual);
        fail(
            "the woven form of "
                + name
                + " is not that of src/test/resources"
                + file
                + " any more; if the new one is right, replace it by "
                + review);
      }
    }
  }
}
