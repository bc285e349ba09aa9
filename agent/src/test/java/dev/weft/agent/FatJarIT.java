package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Installing;
import dev.weft.programs.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.JarLauncher;

/** A program in one jar that holds its libraries as jars, laid out as Spring Boot's plugins do. */
class FatJarIT {
  @TempDir private Path directory;

  private Path fatJar(Class<?> main, Path... libraries) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
    attributes.putValue("Start-Class", main.getName());
    Path jar = directory.resolve("program.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      addLauncher(out);
      add(out, "BOOT-INF/classes/", new byte[0]);
      addClasses(out, ForkedJvm.locationOf(main));
      for (Path library : libraries) {
        add(out, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
      }
    }
    return jar;
  }

  private static void addLauncher(JarOutputStream out) throws IOException {
    try (JarFile launcher = new JarFile(ForkedJvm.locationOf(JarLauncher.class).toFile())) {
      for (JarEntry entry :
          launcher.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        add(out, entry.getName(), launcher.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static void addClasses(JarOutputStream out, Path root) throws IOException {
    try (Stream<Path> classes = Files.list(root.resolve("dev/weft/programs"))) {
      for (Path file : classes.toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        add(out, "BOOT-INF/classes/" + name, Files.readAllBytes(file));
      }
    }
  }

  /** Stored, since jars are read where they are within the jar. */
  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    out.putNextEntry(entry);
    out.write(content);
  }

  private static List<String> run(ForkedJvm jvm, Path jar) {
    return jvm.run("-jar", jar.toString()).output().lines().toList();
  }

  @Test
  void its_classes_are_woven() throws IOException {
    Path jar = fatJar(Tour.class, ForkedJvm.jar("weft.core.jar"));
    ForkedJvm jvm = ForkedJvm.bare().agent(ForkedJvm.agentJar(), "");
    assertThat(run(jvm, jar)).containsExactly(Tour.EXPECTED);
  }

  @Test
  void it_can_hold_the_agent_and_install_it() throws IOException {
    Path jar = fatJar(Installing.class, ForkedJvm.jar("weft.core.jar"), ForkedJvm.agentJar());
    assertThat(run(ForkedJvm.bare(), jar)).containsExactly(Tour.EXPECTED);
  }
}
