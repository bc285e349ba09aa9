package dev.weft.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources of this project, in which a page's code has to occur word for word.
 *
 * @param texts the normalised text of each file
 */
record Sources(List<String> texts) {
  /** Reads all files of a kind below some directories of the project. */
  static Sources of(String extension, String... directories) {
    return new Sources(
        Stream.of(directories)
            .map(directory -> Path.of("..").resolve(directory))
            .flatMap(Sources::files)
            .filter(file -> file.toString().endsWith(extension))
            .map(Sources::read)
            .toList());
  }

  private static Stream<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Page.normalised(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fences whose text is in none of the files. */
  List<String> without(List<Page.Fence> fences) {
    return fences.stream()
        .map(Page.Fence::text)
        .filter(text -> texts.stream().noneMatch(s -> s.contains(Page.normalised(text))))
        .toList();
  }
}
