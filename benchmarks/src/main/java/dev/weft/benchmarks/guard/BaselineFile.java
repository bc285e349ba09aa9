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
   * Where a new one is to be written: what the user has named, or else this JDK's own in the
   * sources that these classes were built from.
   *
   * @param named the file that the user has named
   * @return the file, in a directory that exists
   * @throws IOException if there are no sources and no file was named
   */
  static Path place(Optional<Path> named) throws IOException {
    Path file = named.isPresent() ? named.get().toAbsolutePath() : inSources();
    Files.createDirectories(file.getParent());
    return file;
  }

  private static Path inSources() throws IOException {
    Path sources = OwnPlace.directory().resolve("../src/main/resources").normalize();
    if (!Files.isDirectory(sources)) {
      throw new IOException(
          "there is no directory " + sources + "; say where to write by --baseline FILE");
    }
    return sources.resolve(BaselineFile.class.getPackageName().replace('.', '/')).resolve(NAME);
  }
}
