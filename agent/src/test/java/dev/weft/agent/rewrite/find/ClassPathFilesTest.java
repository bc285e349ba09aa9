package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files on a class path; an element's text is its name. */
class ClassPathFilesTest {
  private static final String FILE = "p/A.class";

  @TempDir private Path temporary;

  private Path directory(String name) throws IOException {
    Path directory = temporary.resolve(name);
    Files.createDirectories(directory.resolve("p"));
    Files.writeString(directory.resolve(FILE), name);
    return directory;
  }

  private Path jar(String name, Map<String, String> attributes, String... files)
      throws IOException {
    Path jar = temporary.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String file : files) {
        out.putNextEntry(new ZipEntry(file));
        out.write((name + " " + file).getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static String found(Path... classPath) throws IOException {
    String joined =
        Arrays.stream(classPath)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    try (InputStream in = new ClassPathFiles(joined).open(FILE)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_first_element_that_has_it_counts() throws IOException {
    Path without = jar("without.jar", Map.of(), "p/B.class");
    Path jar = jar("a.jar", Map.of(), FILE);
    Path directory = directory("classes");
    assertThat(found(without, jar, directory)).isEqualTo("a.jar p/A.class");
    assertThat(found(without, directory, jar)).isEqualTo("classes");
    assertThat(found(without)).isEmpty();
  }

  @Test
  void of_a_multi_release_jar_what_this_release_sees() throws IOException {
    String later = "META-INF/versions/17/" + FILE;
    String never = "META-INF/versions/99/" + FILE;
    Path jar = jar("a.jar", Map.of("Multi-Release", "true"), FILE, later, never);
    assertThat(found(jar)).isEqualTo("a.jar " + later);
  }

  @Test
  void what_comes_after_a_jar_that_brings_others_is_not_known() throws IOException {
    Path others = jar("others.jar", Map.of("class-path", "more.jar"), "p/B.class");
    assertThat(found(others, directory("classes"))).isEmpty();
    assertThat(found(directory("before"), others)).isEqualTo("before");
    assertThat(found(jar("own.jar", Map.of("Class-Path", "more.jar"), FILE)))
        .isEqualTo("own.jar p/A.class");
  }

  @Test
  void what_comes_after_one_that_cannot_be_opened_is_not_known() throws IOException {
    Path broken = Files.writeString(temporary.resolve("broken.jar"), "no jar");
    assertThat(found(broken, directory("classes"))).isEmpty();
    assertThat(found(temporary.resolve("missing.jar"), directory("classes"))).isEmpty();
  }
}
