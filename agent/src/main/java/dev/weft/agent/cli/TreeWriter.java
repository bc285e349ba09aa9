package dev.weft.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes trees. */
final class TreeWriter {
  private TreeWriter() {}

  /**
   * Writes a tree, in place or elsewhere.
   *
   * @param original the tree as it was read
   * @param tree the tree as it is to be
   * @param target where to: a directory if it is one, else a jar
   * @throws InputException if that cannot be done
   */
  static void write(ClassTree original, ClassTree tree, Path target) {
    try {
      if (tree.isJar()) {
        writeJar(tree, target);
      } else if (Files.exists(target) && !Files.isDirectory(target)) {
        throw new InputException(target + " is not a directory, as " + tree.path() + " is");
      } else {
        boolean inPlace = Files.exists(target) && Files.isSameFile(target, tree.path());
        writeDirectory(inPlace ? original : null, tree, target);
      }
    } catch (IOException e) {
      throw new InputException("cannot write " + target, e);
    }
  }

  private static void writeDirectory(@Nullable ClassTree present, ClassTree tree, Path target)
      throws IOException {
    for (ClassTree.Entry entry : tree.entries()) {
      if (present == null || !present.entries().contains(entry)) {
        Path file = target.resolve(entry.name());
        Files.createDirectories(file.getParent());
        Files.write(file, entry.bytes());
        Files.setLastModifiedTime(file, entry.modified());
      }
    }
    if (present != null) {
      Set<String> names =
          tree.entries().stream().map(ClassTree.Entry::name).collect(Collectors.toSet());
      for (ClassTree.Entry entry : present.entries()) {
        if (!names.contains(entry.name())) {
          Files.delete(target.resolve(entry.name()));
        }
      }
    }
  }

  /** Under another name first, so that a jar is there, whole, whatever happens. */
  private static void writeJar(ClassTree tree, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new InputException(target + " is a directory; name the jar to write");
    }
    Path directory = target.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path part = Files.createTempFile(directory, target.getFileName().toString(), ".part");
    try {
      try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(part))) {
        for (ClassTree.Entry entry : tree.entries()) {
          jar.putNextEntry(zipEntry(entry));
          jar.write(entry.bytes());
          jar.closeEntry();
        }
      }
      Files.copy(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static ZipEntry zipEntry(ClassTree.Entry entry) {
    ZipEntry written = new ZipEntry(entry.name());
    written.setLastModifiedTime(entry.modified());
    if (entry.stored()) {
      CRC32 checksum = new CRC32();
      checksum.update(entry.bytes());
      written.setMethod(ZipEntry.STORED);
      written.setSize(entry.bytes().length);
      written.setCrc(checksum.getValue());
    }
    return written;
  }
}
