package dev.weft.benchmarks.guard;

import dev.weft.benchmarks.launch.OwnPlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where baselines are kept: one for each feature version of the JDK, among the resources. */
final class BaselineFile {
  private static final String NAME = "baseline-" + Runtime.version().feature() + ".txt";

  private BaselineFile() {}

  /**
   * Reads it.
   *
   * @param named the file that the user has named; empty for the one of this JDK
   * @return the baseline; empty if there is none
   */
  static Optional<Baseline> read(Optional<Path> named) throws IOException {
    if (named.isPresent()) {
      return Files.exists(named.get())
          ? Optional.of(Baseline.parse(Files.readString(named.get())))
          : Optional.empty();
    }
    try (InputStream stream = BaselineFile.class.getResourceAsStream(NAME)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(Baseline.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /**
   * Writes it, this JDK's own into the sources that these classes were built from.
   *
   * @return the file
   * @throws IOException if it cannot be written, or there are no sources and no file was named
   */
  static Path write(Optional<Path> named, Baseline baseline, String comment) throws IOException {
    Path file = named.isPresent() ? named.get() : inSources();
    return Files.writeString(file, baseline.text(comment));
  }

  private static Path inSources() throws IOException {
    Path directory =
        OwnPlace.directory()
            .resolve("../src/main/resources")
            .resolve(BaselineFile.class.getPackageName().replace('.', '/'))
            .normalize();
    if (!Files.isDirectory(directory)) {
      throw new IOException(
          "there is no directory " + directory + "; say where to write by --baseline FILE");
    }
    return directory.resolve(NAME);
  }
}
