package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.programs.Errors;
import dev.weft.programs.Plain;
import dev.weft.programs.Tour;
import dev.weft.programs.Tracked;
import dev.weft.programs.UnwovenOverride;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.EntryPoint;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.build.Plugin.Factory.UsingReflection.ArgumentResolver;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.inline.MethodNameTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byte Buddy's engine, as its plugins for Maven and Gradle run it, with the agent's jar. */
class BuildPluginIT {
  private static final String TOUR = Tour.EXPECTED + System.lineSeparator();

  @TempDir private Path directory;

  private final List<String> log = new ArrayList<>();

  /** Sees the JDK and Byte Buddy, as a plugin of a build does, but not the agent's own classes. */
  private static final class BuildLoader extends ClassLoader {
    BuildLoader() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("net.bytebuddy.") && !name.startsWith("net.bytebuddy.agent.")) {
        return Class.forName(name, true, BuildPluginIT.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }

  private final class Log extends BuildLogger.Adapter {
    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public void warn(String message) {
      log.add(message);
    }
  }

  @SuppressWarnings("unchecked")
  private Plugin.Factory plugin(URLClassLoader jar, String options) throws Exception {
    Class<?> type = jar.loadClass("dev.weft.agent.BuildPlugin");
    Plugin.Factory.UsingReflection factory =
        new Plugin.Factory.UsingReflection((Class<? extends Plugin>) type)
            .with(ArgumentResolver.ForType.of(BuildLogger.class, new Log()));
    return options.isEmpty() ? factory : factory.with(new ArgumentResolver.ForIndex(0, options));
  }

  private void build(ClassDirectory classes, String options, Plugin.Factory... others)
      throws Exception {
    build(classes, EntryPoint.Default.REBASE, options, others);
  }

  private void build(
      ClassDirectory classes, EntryPoint entryPoint, String options, Plugin.Factory... others)
      throws Exception {
    URL[] jar = {ForkedJvm.agentJar().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jar, new BuildLoader())) {
      List<Plugin.Factory> plugins = new ArrayList<>(List.of(others));
      plugins.add(plugin(loader, options));
      Plugin.Engine.Default.of(
              entryPoint,
              ClassFileVersion.JAVA_V17,
              MethodNameTransformer.Suffixing.withRandomSuffix())
          .with(ClassFileLocator.ForJarFile.of(ForkedJvm.jar("weft.core.jar").toFile()))
          .apply(classes.path().toFile(), classes.path().toFile(), plugins);
    }
  }

  @Test
  void woven_classes_run_without_the_agent_and_define_no_class() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    build(classes, "");
    assertThat(classes.names())
        .anyMatch(name -> name.startsWith("Tour$$Weft$all$"))
        .anyMatch(name -> name.startsWith("Tour$$Weft$lambda$main$0$"));
    assertThat(new String(classes.bytes(Tour.class), StandardCharsets.ISO_8859_1))
        .doesNotContain("dev/weft/runtime/Companions");
    assertThat(ForkedJvm.plain().first(directory).with("-Xverify:all").run(Tour.class).output())
        .isEqualTo(TOUR);
  }

  @Test
  void generators_are_tracked_if_asked_for() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tracked.class);
    build(classes, "track");
    assertThat(ForkedJvm.plain().first(directory).run(Tracked.class).output())
        .startsWith("live generators: 1 CREATED, 7 SUSPENDED; made: 10;");
  }

  @Test
  void what_a_build_has_woven_the_agent_does_not_weave_again() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    build(classes, "");
    ForkedJvm.Result run =
        ForkedJvm.plain().agent(ForkedJvm.agentJar(), "log").first(directory).run(Tour.class);
    assertThat(run.out()).isEqualTo(TOUR);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void nor_does_a_second_build() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    build(classes, "");
    byte[] once = classes.bytes(Tour.class);
    List<String> names = classes.names();
    build(classes, "");
    assertThat(classes.bytes(Tour.class)).isEqualTo(once);
    assertThat(classes.names()).isEqualTo(names);
  }

  @Test
  void classes_without_coroutines_stay_as_they_are() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Plain.class);
    byte[] before = classes.bytes(Plain.class);
    build(classes, "");
    assertThat(classes.bytes(Plain.class)).isEqualTo(before);
  }

  @Test
  void what_cannot_be_woven_fails_the_build_and_stays_as_it_was() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Errors.class);
    byte[] before = classes.bytes(Errors.class);
    assertThatThrownBy(() -> build(classes, ""))
        .hasMessageContaining("Weft cannot weave dev.weft.programs.Errors")
        .hasMessageContaining("(Errors.java:")
        .hasMessageContaining("; ");
    assertThat(classes.bytes(Errors.class)).isEqualTo(before);
  }

  @Test
  void if_asked_to_the_build_warns_and_goes_on() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Errors.class);
    build(classes, "refusals=warn");
    assertThat(log)
        .anyMatch(line -> line.contains("Errors.locked") && line.contains("synchronized method"));
    ForkedJvm.Result run = ForkedJvm.plain().first(directory).run(Errors.class);
    assertThat(run.out()).isEqualTo(ForkedJvm.woven().run(Errors.class).out()).isNotEmpty();
  }

  @Test
  void an_unknown_option_is_refused_with_those_that_are_known() {
    ClassDirectory classes = ClassDirectory.of(directory, Plain.class);
    assertThatThrownBy(() -> build(classes, "refusals=never"))
        .rootCause()
        .hasMessageContaining("unknown option 'refusals=never'")
        .hasMessageContaining("locals=scope");
  }

  @Test
  void a_subclass_that_nobody_wove_still_overrides() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, UnwovenOverride.class);
    byte[] unwoven = classes.bytes(UnwovenOverride.Loud.class);
    build(classes, "");
    Files.write(classes.file(UnwovenOverride.Loud.class), unwoven);
    assertThat(ForkedJvm.plain().first(directory).run(UnwovenOverride.class).output().strip())
        .isEqualTo("quiet LOUD");
  }

  @Test
  void redefining_classes_does_as_well_as_rebasing_them() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    build(classes, EntryPoint.Default.REDEFINE, "");
    assertThat(ForkedJvm.plain().first(directory).run(Tour.class).output()).isEqualTo(TOUR);
  }

  @Test
  void an_entry_point_that_cannot_add_classes_is_named_with_one_that_can() {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    assertThatThrownBy(() -> build(classes, EntryPoint.Default.DECORATE, ""))
        .hasMessageContaining("DECORATE does not allow: use REBASE");
  }

  @Test
  void what_other_plugins_have_done_to_a_class_is_kept() throws Exception {
    ClassDirectory classes = ClassDirectory.of(directory, Tour.class);
    build(classes, "", new Plugin.Factory.Simple(new FieldPlugin()));
    assertThat(new String(classes.bytes(Tour.class), StandardCharsets.ISO_8859_1))
        .contains("addedByAnother")
        .contains("$weft$version");
    assertThat(ForkedJvm.plain().first(directory).run(Tour.class).output()).isEqualTo(TOUR);
  }

  /** Adds a field to every class. */
  private static final class FieldPlugin implements Plugin {
    @Override
    public boolean matches(TypeDescription type) {
      return type.getName().endsWith("Tour");
    }

    @Override
    public DynamicType.Builder<?> apply(
        DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator files) {
      return builder.defineField("addedByAnother", int.class);
    }

    @Override
    public void close() throws IOException {}
  }
}
