package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are modules, compiled and run with the jars on the module path. */
class ModulesIT {
  private static final Path CORE = ForkedJvm.jar("weft.core.jar");
  private static final Path AGENT = ForkedJvm.agentJar();

  @TempDir private static Path compiled;

  @BeforeAll
  static void compile() throws URISyntaxException {
    Path sources = Path.of(ModulesIT.class.getResource("/modules").toURI());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(
            null,
            null,
            null,
            "-g",
            "--release=17",
            "-d",
            compiled.toString(),
            "--module-path=" + ForkedJvm.path(List.of(CORE, AGENT)),
            "--module-source-path=" + sources,
            "--module=com.example.conversation,com.example.shell");
    assertThat(exit).isZero();
  }

  private static ForkedJvm.Result run(ForkedJvm jvm, String module, Path... path) {
    List<Path> places = Stream.concat(Stream.of(compiled), Stream.of(path)).toList();
    return jvm.with("--module-path", ForkedJvm.path(places))
        .run("--module", module + "/" + module + ".Main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "track"})
  void a_module_need_only_require_the_library(String options) {
    ForkedJvm jvm = ForkedJvm.bare().agent(AGENT, options);
    assertThat(run(jvm, "com.example.conversation", CORE).output().lines())
        .containsExactly(
            "10 110 SUSPENDED",
            "{x=10, y=100}",
            "module com.example.conversation",
            "012",
            "[one!, two!, false]");
  }

  @Test
  void a_module_can_install_the_agent_itself() {
    assertThat(run(ForkedJvm.bare(), "com.example.shell", CORE, AGENT).output().lines())
        .containsExactly("7 module com.example.shell");
  }

  @Test
  void the_jars_export_what_is_used_and_nothing_else() throws IOException {
    ModuleFinder jars = ModuleFinder.of(CORE, AGENT);
    assertThat(exported(jars, "dev.weft"))
        .containsExactlyInAnyOrder("dev.weft", "dev.weft.runtime", "dev.weft.tracking");
    assertThat(exported(jars, "dev.weft.agent")).containsExactly("dev.weft.agent");
  }

  private static List<String> exported(ModuleFinder jars, String module) {
    return jars.find(module).orElseThrow().descriptor().exports().stream()
        .filter(export -> !export.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .toList();
  }
}
