package dev.weft.agent;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Tracked;
import dev.weft.programs.Unloaded;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code track}: what is told of generators. */
class TrackingIT {
  private static final String PROGRAM = Tracked.class.getName() + ".";
  private static final Source SOURCE = Source.of(Tracked.class);

  @TempDir private Path directory;

  private static ForkedJvm jvm() {
    return ForkedJvm.plain().agent(ForkedJvm.agentJar(), "track");
  }

  /** A dump, less what differs from run to run. */
  private static String dump(ForkedJvm jvm, String... arguments) {
    String dump = jvm.run(Tracked.class, arguments).output();
    return dump.replaceAll("\\d+\\.\\d s", "N s").replaceAll("\\$\\d+@[0-9a-f]+", "@");
  }

  /** What is said of one generator. */
  private static String generator(String first, String... following) {
    return first + "\n" + Stream.of(following).map(line -> "  " + line + "\n").collect(joining());
  }

  private static String at(String method, String comment) {
    return "at " + PROGRAM + method + "(" + SOURCE.line(comment) + ")";
  }

  private static String suspended(int number, String method, String made) {
    return "#" + number + " " + PROGRAM + method + " SUSPENDED for N s, run by main, " + made(made);
  }

  private static String made(String comment) {
    return "made N s ago " + at("make", "made " + comment);
  }

  private static String expected() {
    String delegating = "made N s ago " + at("delegating", "in delegating");
    return String.join(
        "\n",
        "live generators: 1 CREATED, 7 SUSPENDED; made: 10; abandoned in a try: 0\n",
        generator("#1 " + PROGRAM + "count CREATED, " + made("created"), at("count", "in created")),
        generator(suspended(2, "count", "counting"), at("count", "in counting")),
        generator(
            suspended(3, "calling", "calling"),
            at("once", "in once"),
            at("twice", "in twice"),
            at("calling", "in calling")),
        generator(
            suspended(4, "delegating", "delegating"),
            at("delegating", "in delegating"),
            "delegating to #5 " + PROGRAM + "inner"),
        generator(
            "#5 " + PROGRAM + "inner SUSPENDED for N s, run by main, " + delegating,
            at("inner", "in inner"),
            "delegating to a java.util.ImmutableCollections$ListItr"),
        generator(suspended(6, "lambda$make$0", "lambda"), at("lambda$make$0", "made lambda")),
        generator(
            suspended(7, "generator$of", "body"),
            at("lambda$make$1", "in body"),
            "at " + PROGRAM + "generator$of(Tracked.java)"),
        generator(suspended(8, "squares", "iterable"), at("squares", "in iterable")));
  }

  @Test
  void a_dump_tells_where_each_live_generator_stands() {
    assertThat(dump(jvm())).isEqualTo(expected());
  }

  @Test
  void a_dump_with_locals_tells_what_each_activation_keeps() {
    assertThat(dump(jvm(), "locals"))
        .contains(
            generator(at("count", "in created"), "     limit = 7"),
            generator(at("count", "in counting"), "     limit = 3", "     i = 0"),
            generator(
                at("twice", "in twice"),
                "     local = xx",
                "     hostile = (its toString threw java.lang.IllegalStateException)"),
            generator(at("once", "in once"), "     text = xx"))
        .doesNotContain("argument = ");
  }

  @Test
  void code_that_was_tracked_at_build_time_tells_the_same_without_the_agent() {
    ClassDirectory classes = ClassDirectory.of(directory, Tracked.class);
    String library = ForkedJvm.jar("weft.core.jar").toString();
    ForkedJvm.Result weaving =
        ForkedJvm.commandLine("weave", "--track", classes.path().toString(), "-cp", library);
    assertThat(weaving.exit()).as(weaving.err()).isZero();
    assertThat(dump(ForkedJvm.plain().first(directory))).isEqualTo(expected());
  }

  @Test
  void without_the_option_there_is_nothing_to_tell() {
    assertThat(dump(ForkedJvm.woven()))
        .isEqualTo("live generators: none; made: 0; abandoned in a try: 0\n");
  }

  @Test
  void the_class_loader_of_the_first_generators_can_be_collected() {
    assertThat(jvm().run(Unloaded.class).output().lines()).last().isEqualTo("collected");
  }

  @Test
  void it_works_where_the_jdks_optional_modules_are_missing() {
    ForkedJvm jvm = jvm().with("--limit-modules=java.base,java.instrument");
    assertThat(dump(jvm)).isEqualTo(expected());
  }
}
