package dev.weft.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.ClassDirectory;
import dev.weft.agent.ForkedJvm;
import dev.weft.programs.Errors;
import dev.weft.programs.Plain;
import dev.weft.programs.Tour;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar weft-agent.jar weave}. */
class WeaveIT {
  private static final String TOUR = Tour.EXPECTED + System.lineSeparator();

  @TempDir private Path directory;

  private static ForkedJvm.Result weave(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("weave"));
    Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
    all.addAll(List.of("-cp", ForkedJvm.jar("weft.core.jar").toString()));
    return ForkedJvm.commandLine(all.toArray(String[]::new));
  }

  private static String runUnwoven(Path place) {
    return ForkedJvm.plain().first(place).with("-Xverify:all").run(Tour.class).output();
  }

  // === Directories ===

  @Test
  void a_directory_is_woven_in_place() {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class, Plain.class);
    byte[] plain = classes.bytes(Plain.class);
    ForkedJvm.Result result = weave(directory);
    assertThat(result.output()).startsWith("wove 1 classes and added 4 to ");
    assertThat(runUnwoven(directory)).isEqualTo(TOUR);
    assertThat(classes.bytes(Plain.class)).isEqualTo(plain);
  }

  @Test
  void or_into_another_with_all_other_files_and_stays_as_it_was() throws IOException {
    ClassDirectory classes = ClassDirectory.of(directory.resolve("in"), Tour.class);
    Files.writeString(directory.resolve("in/notes.txt"), "notes");
    byte[] before = classes.bytes(Tour.class);
    Path out = directory.resolve("out");
    weave(classes.path(), "-o", out).output();
    assertThat(runUnwoven(out)).isEqualTo(TOUR);
    assertThat(out.resolve("notes.txt")).hasContent("notes");
    assertThat(classes.bytes(Tour.class)).isEqualTo(before);
  }

  @Test
  void weaving_twice_changes_nothing() {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    weave(directory).output();
    byte[] once = classes.bytes(Tour.class);
    assertThat(weave(directory).output()).startsWith("wove 0 classes and added 0 to ");
    assertThat(classes.bytes(Tour.class)).isEqualTo(once);
  }

  @Test
  void companions_of_a_class_that_is_compiled_again_are_replaced() throws IOException {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    byte[] compiled = classes.bytes(Tour.class);
    Path stale = classes.file(Tour.class).resolveSibling("Tour$$Weft$gone$0123456789.class");
    weave(directory).output();
    List<String> names = classes.names();
    Path companion =
        classes
            .file(Tour.class)
            .resolveSibling(
                names.stream().filter(n -> n.contains("$$Weft$all$")).findFirst().orElseThrow());
    Files.copy(companion, classes.file(Tour.class).resolveSibling("copy"));
    Files.write(classes.file(Tour.class), compiled);
    weave(directory, "--locals", "scope").output();
    assertThat(stale).doesNotExist();
    assertThat(classes.names().stream().filter(n -> n.contains("$$Weft$all$"))).hasSize(1);
    assertThat(runUnwoven(directory)).isEqualTo(TOUR);
  }

  @Test
  void what_is_refused_is_said_and_nothing_is_written() {
    ClassDirectory classes = ClassDirectory.of(directory, Errors.class);
    byte[] before = classes.bytes(Errors.class);
    ForkedJvm.Result result = weave(directory);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .contains("Weft cannot weave dev.weft.programs.Errors.locked (Errors.java:")
        .contains("nothing was written; --refusals=warn");
    assertThat(classes.bytes(Errors.class)).isEqualTo(before);
  }

  @Test
  void unless_it_is_to_warn_only() {
    ClassDirectory.of(directory, Errors.class);
    ForkedJvm.Result result = weave(directory, "--refusals=warn");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("Weft cannot weave dev.weft.programs.Errors.locked");
    assertThat(ForkedJvm.plain().first(directory).run(Errors.class).out())
        .isEqualTo(ForkedJvm.woven().run(Errors.class).out());
  }

  // === Jars ===

  private Path jar(String manifestEntry, Map<String, byte[]> entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    String[] entry = manifestEntry.split(": ", 2);
    manifest.getMainAttributes().putValue(entry[0], entry[1]);
    Path jar = directory.resolve("program.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry added = new ZipEntry(content.getKey());
        if (content.getKey().endsWith(".stored")) {
          CRC32 checksum = new CRC32();
          checksum.update(content.getValue());
          added.setMethod(ZipEntry.STORED);
          added.setSize(content.getValue().length);
          added.setCrc(checksum.getValue());
        }
        out.putNextEntry(added);
        out.write(content.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }

  private Map<String, byte[]> tour(String prefix) throws IOException {
    ClassDirectory classes =
        ClassDirectory.of(directory.resolve("classes" + prefix.length()), Tour.class);
    return new LinkedHashMap<>(
        Map.of(prefix + "dev/weft/programs/Tour.class", classes.bytes(Tour.class)));
  }

  @Test
  void a_jar_keeps_its_manifest_its_order_and_all_other_entries() throws IOException {
    Map<String, byte[]> entries = tour("");
    entries.put("raw.stored", new byte[] {1, 2, 3});
    entries.put("notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
    Path jar = jar("Main-Class: dev.weft.programs.Tour", entries);
    weave(jar).output();
    assertThat(runUnwoven(jar)).isEqualTo(TOUR);
    try (JarFile woven = new JarFile(jar.toFile())) {
      List<String> names =
          Collections.list(woven.entries()).stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .startsWith("META-INF/MANIFEST.MF", "dev/weft/programs/Tour.class")
          .endsWith("raw.stored", "notes.txt")
          .hasSize(8);
      assertThat(woven.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("dev.weft.programs.Tour");
      ZipEntry stored = woven.getEntry("raw.stored");
      assertThat(stored.getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(woven.getInputStream(stored)).hasBinaryContent(new byte[] {1, 2, 3});
    }
  }

  @Test
  void the_entries_of_a_multi_release_jar_are_woven_each_in_its_place() throws IOException {
    Map<String, byte[]> entries = tour("");
    entries.putAll(tour("META-INF/versions/11/"));
    Path jar = jar("Multi-Release: true", entries);
    Path out = directory.resolve("woven.jar");
    assertThat(weave(jar, "-o", out).output()).startsWith("wove 2 classes and added 8 to ");
    assertThat(runUnwoven(out)).isEqualTo(TOUR);
    try (JarFile woven = new JarFile(out.toFile())) {
      assertThat(Collections.list(woven.entries()).stream().map(ZipEntry::getName))
          .anyMatch(n -> n.startsWith("META-INF/versions/11/dev/weft/programs/Tour$$Weft$all$"));
    }
  }

  @Test
  void entries_that_the_jvm_does_not_see_stay() throws IOException {
    Path jar = jar("Created-By: a test", tour("META-INF/versions/11/"));
    assertThat(weave(jar).output()).startsWith("wove 0 classes");
  }

  @Test
  void a_signed_jar_is_refused_and_stays_as_it_was() throws IOException {
    Map<String, byte[]> entries = tour("");
    entries.put("META-INF/SIGNER.SF", new byte[0]);
    Path jar = jar("Created-By: a test", entries);
    byte[] before = Files.readAllBytes(jar);
    ForkedJvm.Result result = weave(jar);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("program.jar is signed", "weave it before it is signed");
    assertThat(jar).hasBinaryContent(before);
  }

  // === Wrong input ===

  private static void assertUnusable(ForkedJvm.Result result, String... messages) {
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).startsWith("weft: ").contains(messages).doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertUnusable(weave(directory.resolve("nowhere")), "nowhere does not exist");
  }

  @Test
  void so_is_one_that_is_no_jar() throws IOException {
    Path file = Files.writeString(directory.resolve("notes.txt"), "notes");
    assertUnusable(weave(file), "notes.txt is neither a directory of classes nor a jar");
  }

  @Test
  void so_is_a_file_that_is_no_class_file() throws IOException {
    Files.writeString(directory.resolve("A.class"), "notes");
    assertUnusable(weave(directory), "A.class is not a class file");
  }

  @Test
  void so_is_a_class_file_that_breaks_off() throws IOException {
    byte[] whole = ClassDirectory.of(directory.resolve("in"), Plain.class).bytes(Plain.class);
    Path place = Files.createDirectories(directory.resolve("broken"));
    Files.write(place.resolve("Plain.class"), Arrays.copyOf(whole, 40));
    assertUnusable(weave(place), "Plain.class cannot be read as a class file");
  }

  @Test
  void so_is_a_class_in_the_wrong_directory() throws IOException {
    byte[] plain = ClassDirectory.of(directory.resolve("in"), Plain.class).bytes(Plain.class);
    Path place = Files.createDirectories(directory.resolve("flat"));
    Files.write(place.resolve("Plain.class"), plain);
    assertUnusable(
        weave(place),
        "Plain.class holds the class dev.weft.programs.Plain, which belongs into"
            + " dev/weft/programs/Plain.class");
  }

  @Test
  void without_the_library_coroutines_cannot_be_told() {
    ClassDirectory.of(directory, Tour.class);
    assertUnusable(
        ForkedJvm.commandLine("weave", directory.toString()),
        "dev.weft.programs.Tour uses Weft, but weft-core is not in the class path",
        "-cp");
  }

  @Test
  void a_place_in_the_class_path_that_is_not_there_is_named() {
    ClassDirectory.of(directory, Tour.class);
    assertUnusable(
        ForkedJvm.commandLine("weave", directory.toString(), "-cp", "nowhere.jar"),
        "nowhere.jar, in the class path, does not exist");
  }
}
