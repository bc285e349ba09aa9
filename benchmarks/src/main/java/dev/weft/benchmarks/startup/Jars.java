package dev.weft.benchmarks.startup;

import dev.weft.Coroutines;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Writes the jars that the measured JVMs are started with. */
final class Jars {
  private Jars() {}

  /** Packs the files of a directory, by their paths in it, into a jar. */
  static Path pack(Path root, Predicate<String> included, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String entry = root.relativize(file).toString().replace('\\', '/');
        if (included.test(entry)) {
          out.putNextEntry(new ZipEntry(entry));
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }

  /** Packs Weft's library alone, which may be part of a larger jar here. */
  static Path library(Path jar) throws IOException {
    Path code = placeOf(Coroutines.class);
    if (Files.isDirectory(code)) {
      return pack(code, Jars::isLibrary, jar);
    }
    try (FileSystem content = FileSystems.newFileSystem(code)) {
      return pack(content.getPath("/"), Jars::isLibrary, jar);
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

  /** Packs an agent that is one class. */
  static Path agent(Class<?> agent, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    String entry = agent.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream classFile = agent.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new ZipEntry(entry));
      classFile.transferTo(out);
    }
    return jar;
  }
}
