package dev.weft.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory of classes, as a compiler leaves it behind. */
public record ClassDirectory(Path path) {
  /** Copies classes, and those nested in them, into a new directory. */
  public static ClassDirectory of(Path path, Class<?>... types) {
    for (Class<?> type : types) {
      copy(type, path);
    }
    return new ClassDirectory(path);
  }

  private static void copy(Class<?> type, Path target) {
    String name = type.getName().replace('.', '/');
    Path source = ForkedJvm.locationOf(type).resolve(name).getParent();
    String file = type.getSimpleName();
    try (Stream<Path> files = Files.list(source)) {
      Path directory = target.resolve(name).getParent();
      Files.createDirectories(directory);
      for (Path found : (Iterable<Path>) files::iterator) {
        String other = found.getFileName().toString();
        if (other.equals(file + ".class") || other.startsWith(file + "$")) {
          Files.copy(found, directory.resolve(other));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class file of a class. */
  public Path file(Class<?> type) {
    return path.resolve(type.getName().replace('.', '/') + ".class");
  }

  /** The bytes of that. */
  public byte[] bytes(Class<?> type) {
    try {
      return Files.readAllBytes(file(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files, without directories. */
  public List<String> names() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
