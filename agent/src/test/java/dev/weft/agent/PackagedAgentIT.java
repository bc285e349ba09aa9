package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Inspected;
import dev.weft.programs.Plain;
import dev.weft.programs.Tour;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** The agent's jar: what is in it, and that it starts and heeds its options. */
class PackagedAgentIT {
  private static final String TOUR = Tour.EXPECTED + System.lineSeparator();

  private static ForkedJvm.Result tour(String agentOptions) {
    return ForkedJvm.plain().agent(ForkedJvm.agentJar(), agentOptions).run(Tour.class);
  }

  @Test
  void the_jar_holds_the_agents_own_package_only() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      List<String> names =
          jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("dev/weft/agent/CoroutineAgent.class")
          .contains("dev/weft/agent/shaded/asm/ClassReader.class")
          .contains("dev/weft/agent/shaded/bytebuddy/agent/ByteBuddyAgent.class")
          .contains("module-info.class")
          .allMatch(name -> name.matches("(dev/weft/agent|META-INF)/.*|module-info.class"))
          .contains("META-INF/licenses/asm.txt", "META-INF/LICENSE", "META-INF/NOTICE")
          .noneMatch(name -> name.startsWith("META-INF/versions/"));
    }
  }

  /** Without them the JVM has to infer types, which the start of every program would wait for. */
  @Test
  void all_classes_have_stack_maps() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        byte[] file = jar.getInputStream(entry).readAllBytes();
        assertThat(new ClassReader(file).readUnsignedShort(6))
            .as(entry.getName())
            .isGreaterThanOrEqualTo(Opcodes.V1_7);
      }
    }
  }

  @Test
  void the_manifest_tells_the_jvm_how_to_start_it() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo(CoroutineAgent.class.getName());
      assertThat(manifest.getValue("Agent-Class")).isEqualTo(CoroutineAgent.class.getName());
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void coroutines_run() {
    assertThat(tour("").output()).isEqualTo(TOUR);
  }

  @Case("XC-12")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UnlockDiagnosticVMOptions -XX:+BytecodeVerificationLocal"
            + " -XX:+BytecodeVerificationRemote",
        "-Xverify:all",
        "-Xint",
        "-Xshare:off"
      })
  void coroutines_run_whatever_the_jvm_is_told(String options) {
    assertThat(ForkedJvm.woven().with(options.split(" ")).run(Tour.class).output()).isEqualTo(TOUR);
  }

  @Test
  void a_program_of_no_coroutines_runs_unchanged_and_nothing_is_said() {
    ForkedJvm.Result without = ForkedJvm.plain().run(Plain.class);
    assertThat(ForkedJvm.woven().run(Plain.class)).isEqualTo(without);
    assertThat(without.exit()).isZero();
    assertThat(without.err()).isEmpty();
  }

  @Test
  void dump_writes_woven_classes_and_their_companions_and_no_others(@TempDir Path directory)
      throws IOException {
    assertThat(tour("dump=" + directory.resolve("new")).output()).isEqualTo(TOUR);
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> names =
          files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
      assertThat(names)
          .contains("Tour.class")
          .anyMatch(name -> name.startsWith("Tour$$Weft$lambda$main$0$"))
          .anyMatch(name -> name.startsWith("Tour$$Weft$all$"))
          .noneMatch(name -> name.startsWith("Coroutines"));
    }
  }

  @Test
  void dumped_classes_need_no_agent(@TempDir Path directory) {
    tour("dump=" + directory);
    assertThat(ForkedJvm.plain().first(directory).run(Tour.class).output()).isEqualTo(TOUR);
  }

  @Test
  void log_tells_which_classes_are_woven() {
    ForkedJvm.Result result = tour("log");
    assertThat(result.out()).isEqualTo(TOUR);
    assertThat(result.err().lines())
        .contains("[weft] wove " + Tour.class.getName())
        .allMatch(line -> line.startsWith("[weft] wove dev.weft."));
  }

  @Test
  void variables_in_scope_are_kept_only_if_asked_for() {
    ForkedJvm jvm = ForkedJvm.plain().agent(ForkedJvm.agentJar(), "locals=scope");
    assertThat(jvm.run(Inspected.class).output()).contains("unused=8", "used=16", "start=7");
    assertThat(ForkedJvm.woven().run(Inspected.class).output())
        .contains("used=16")
        .doesNotContain("unused=8");
  }

  @Test
  void options_can_be_combined(@TempDir Path directory) {
    ForkedJvm.Result result = tour("locals=scope,log, dump=" + directory);
    assertThat(result.out()).isEqualTo(TOUR);
    assertThat(result.err()).contains("[weft] wove");
    assertThat(directory.resolve("dev/weft/programs/Tour.class")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dumps=here", "locals=all", "dump=", "log=yes"})
  void an_unknown_option_is_refused_with_those_that_are_known(String option) {
    ForkedJvm.Result result = tour(option);
    assertThat(result.exit()).isNotZero();
    assertThat(result.out()).doesNotContain(Tour.EXPECTED);
    assertThat(result.err())
        .contains("Weft: unknown agent option '" + option + "'")
        .contains("dump=DIRECTORY", "locals=live", "locals=scope", "log");
  }
}
