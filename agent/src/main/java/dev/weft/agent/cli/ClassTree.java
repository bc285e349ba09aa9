package dev.weft.agent.cli;

import dev.weft.agent.rewrite.model.RuntimeNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/**
 * The files of a directory of classes or of a jar.
 *
 * <p>Class files are found wherever they are: in the directory {@code META-INF/versions/N} of a
 * multi-release jar, or in {@code WEB-INF/classes}. The place of such a tree is its prefix.
 *
 * @param path the directory or jar
 * @param isJar whether it is a jar
 * @param entries its files, in their order
 */
record ClassTree(Path path, boolean isJar, List<Entry> entries) {
  private static final int MAGIC = 0xCAFEBABE;

  /** Copies the list. */
  ClassTree {
    entries = List.copyOf(entries);
  }

  /**
   * A file.
   *
   * @param name its path in the tree, with slashes; directories of a jar end with one
   * @param bytes its content
   * @param modified when it was changed last
   * @param stored whether a jar is to keep it uncompressed
   */
  record Entry(String name, byte[] bytes, FileTime modified, boolean stored) {
    /** The same with other content. */
    Entry with(byte[] content) {
      return new Entry(name, content, modified, stored);
    }

    boolean isClass() {
      return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    boolean isSignature() {
      String upper = name.toUpperCase(Locale.ROOT);
      return upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }
  }

  /**
   * A class file and where it is.
   *
   * @param entry the file
   * @param prefix the path of the tree it belongs to; empty or with a slash at its end
   * @param name its internal name
   */
  record ClassEntry(Entry entry, String prefix, String name) {
    boolean isCompanion() {
      return name.contains(RuntimeNames.COMPANION_MARK);
    }
  }

  /**
   * Reads a directory or a jar.
   *
   * @throws InputException if that cannot be done
   */
  static ClassTree read(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return new ClassTree(path, false, directory(path));
      }
      if (!Files.exists(path)) {
        throw new InputException(path + " does not exist");
      }
      return new ClassTree(path, true, jar(path));
    } catch (ZipException e) {
      throw new InputException(path + " is neither a directory of classes nor a jar", e);
    } catch (IOException e) {
      throw new InputException("cannot read " + path, e);
    }
  }

  private static List<Entry> directory(Path root) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        entries.add(
            new Entry(name, Files.readAllBytes(file), Files.getLastModifiedTime(file), false));
      }
    }
    return entries;
  }

  private static List<Entry> jar(Path path) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        entries.add(new Entry(entry.getName(), bytes, entry.getLastModifiedTime(), stored));
      }
    }
    return entries;
  }

  /** Whether a jar is signed. */
  boolean isSigned() {
    return isJar && entries.stream().anyMatch(Entry::isSignature);
  }

  /**
   * Its class files.
   *
   * @throws InputException if a file of that name is none
   */
  List<ClassEntry> classes() {
    return entries.stream().filter(Entry::isClass).map(this::classEntry).toList();
  }

  private ClassEntry classEntry(Entry entry) {
    String name = nameOf(entry);
    String expected = name + ".class";
    if (!entry.name().endsWith(expected)) {
      throw new InputException(
          path
              + ": "
              + entry.name()
              + " holds the class "
              + name.replace('/', '.')
              + ", which belongs into "
              + expected);
    }
    String prefix = entry.name().substring(0, entry.name().length() - expected.length());
    return new ClassEntry(entry, prefix, name);
  }

  private String nameOf(Entry entry) {
    byte[] bytes = entry.bytes();
    try {
      if (bytes.length > Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == MAGIC) {
        return new ClassReader(bytes).getClassName();
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InputException(path + ": " + entry.name() + " cannot be read as a class file", e);
    }
    throw new InputException(path + ": " + entry.name() + " is not a class file");
  }

  /** The class files by prefix, then by internal name; the plain tree comes first. */
  Map<String, Map<String, ClassEntry>> trees() {
    Map<String, Map<String, ClassEntry>> trees = new TreeMap<>();
    for (ClassEntry type : classes()) {
      trees.computeIfAbsent(type.prefix(), p -> new TreeMap<>()).put(type.name(), type);
    }
    return trees;
  }
}
