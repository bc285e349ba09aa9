package dev.weft.everything;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The class files of a jar or of one of the JDK's modules, by internal name. */
final class Library {
  private static final String EXTENSION = ".class";

  private final String name;
  private final Renaming renaming;
  private final SortedMap<String, Path> files = new TreeMap<>();

  private Library(String name, Path root, Renaming renaming) {
    this.name = name;
    this.renaming = renaming;
    try (Stream<Path> found = Files.walk(root)) {
      found.filter(Library::isClassFile).forEach(file -> add(root, file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** That of a jar. */
  static Library ofJar(Path jar) {
    try {
      Path root = FileSystems.newFileSystem(jar).getPath("/"); // stays open, to be read lazily
      return new Library(String.valueOf(jar.getFileName()), root, Renaming.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jar, e);
    }
  }

  /** That of a module of the running JDK, renamed. */
  static Library ofModule(String module) {
    return new Library(module, Path.of(URI.create("jrt:/" + module)), Renaming.JDK);
  }

  private static boolean isClassFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(EXTENSION) && !name.equals("module-info" + EXTENSION);
  }

  /** Adds a file that stands where its package says; a multi-release jar has others besides. */
  private void add(Path root, Path file) {
    String type = new ClassReader(read(file)).getClassName();
    String place = root.relativize(file).toString();
    if (place.equals(type + EXTENSION) && renaming.covers(type)) {
      files.put(renaming.name(type), file);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** What it is called. */
  String name() {
    return name;
  }

  /** Under what names its classes are looked at. */
  Renaming renaming() {
    return renaming;
  }

  /** The names of its classes, in order. */
  List<String> classes() {
    return List.copyOf(files.keySet());
  }

  /** The class file of a class; empty if it is another library's. */
  Optional<byte[]> read(String type) {
    return Optional.ofNullable(files.get(type)).map(file -> renaming.apply(read(file)));
  }
}
