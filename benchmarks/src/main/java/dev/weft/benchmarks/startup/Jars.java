package dev.weft.benchmarks.startup;

import dev.weft.Coroutines;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/** Writes the jars that the measured JVMs are started with. */
final class Jars {
  private static final String ASM = "org/objectweb/asm/";

  private Jars() {}

  /** Packs the files of a directory, by their paths in it, into a jar. */
  static Path pack(Path root, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(root, entry -> true, out);
    }
    return jar;
  }

  private static void add(Path root, Predicate<String> included, JarOutputStream out)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String entry = root.relativize(file).toString().replace('\\', '/');
        if (included.test(entry)) {
          out.putNextEntry(new ZipEntry(entry));
          Files.copy(file, out);
        }
      }
    }
  }

  /** Packs Weft's library alone, which may be part of a larger jar here. */
  static Path library(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      addFrom(placeOf(Coroutines.class), Jars::isLibrary, out);
    }
    return jar;
  }

  private static void addFrom(Path code, Predicate<String> included, JarOutputStream out)
      throws IOException {
    if (Files.isDirectory(code)) {
      add(code, included, out);
      return;
    }
    try (FileSystem content = FileSystems.newFileSystem(code)) {
      add(content.getPath("/"), included, out);
    }
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isLibrary(String entry) {
    return entry.startsWith("dev/weft/") && !entry.startsWith("dev/weft/benchmarks/");
  }

  /**
   * Packs an agent that is one class, and those nested in it.
   *
   * @param agent the class
   * @param parts a class of each part of ASM that it uses
   * @param jar where it goes
   */
  static Path agent(Class<?> agent, List<Class<?>> parts, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    String name = agent.getName().replace('.', '/');
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      addFrom(placeOf(agent), isOf(name), out);
      for (Path part : parts.stream().map(Jars::placeOf).distinct().toList()) {
        addFrom(part, entry -> entry.startsWith(ASM) && entry.endsWith(".class"), out);
      }
    }
    return jar;
  }

  private static Predicate<String> isOf(String type) {
    return entry -> entry.equals(type + ".class") || entry.startsWith(type + "$");
  }
}
