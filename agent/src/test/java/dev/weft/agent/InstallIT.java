package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Attached;
import dev.weft.weaving.Case;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** {@code Weft.install()}: an agent that comes late. */
class InstallIT {
  /** Said when it is loaded, and when it is retransformed. */
  private static final String WOVE_LATE = "[weft] wove dev.weft.programs.Attached$Late";

  /** The agent's jar is on the class path, as any library. */
  private static ForkedJvm jvm() {
    return ForkedJvm.plain().first(ForkedJvm.agentJar()).with(ByteBuddyAgent.class);
  }

  private static List<String> toldBy(ForkedJvm.Result result) {
    return result.err().lines().filter(line -> line.startsWith("[weft]")).toList();
  }

  @Case("XC-09")
  @Test
  void it_weaves_what_is_loaded_from_then_on_and_nothing_else() {
    String early =
        " (Attached.java), which has not been woven. The Weft agent is running, but did"
            + " not weave this class: it was loaded before the agent, or by a class loader the"
            + " agent does not see. Start the JVM with -javaagent:weft-agent.jar, or call"
            + " dev.weft.agent.Weft.install() sooner: first thing in main, in a class without"
            + " coroutine code.";
    String values =
        "Coroutines.yield was called in dev.weft.programs.Attached$Early.values" + early;
    String called =
        "Coroutines.yield was called in dev.weft.programs.Attached$Early.subroutine" + early;
    ForkedJvm.Result result = jvm().run(Attached.class, "");
    assertThat(result.exit()).isZero();
    assertThat(result.out().replaceAll("java:\\d+", "java").lines())
        .containsExactly("12", values, called, "12", values, called);
  }

  @Test
  void classes_loaded_before_are_named_with_what_to_do() {
    assertThat(toldBy(jvm().run(Attached.class, "")))
        .containsExactly(
            "[weft] loaded before Weft was installed, so not woven:"
                + " dev.weft.programs.Attached$Early. Yields in them fail. Install Weft before they"
                + " are loaded: first thing in main, in a class without coroutine code; or start"
                + " the JVM with -javaagent:weft-agent.jar.");
  }

  @Test
  void a_second_installation_changes_nothing() {
    assertThat(toldBy(jvm().run(Attached.class, "log", "", "log")))
        .containsOnlyOnce("[weft] runs already; these options change nothing: log")
        .filteredOn(WOVE_LATE::equals)
        .hasSize(2);
  }

  @Test
  void where_the_jvm_was_started_with_the_agent_nothing_is_attached() {
    ForkedJvm jvm = jvm().agent(ForkedJvm.agentJar(), "log").with("-XX:+DisableAttachMechanism");
    assertThat(toldBy(jvm.run(Attached.class, "", "log")))
        .noneMatch(line -> line.contains("loaded before"))
        .filteredOn(WOVE_LATE::equals)
        .hasSize(1);
  }

  @Test
  void the_agent_given_twice_weaves_once() {
    ForkedJvm jvm = jvm().agent(ForkedJvm.agentJar(), "log").agent(ForkedJvm.agentJar(), "");
    assertThat(toldBy(jvm.run(Attached.class, ""))).filteredOn(WOVE_LATE::equals).hasSize(2);
  }

  /** Build tools and launchers hand all properties of their JVM on to those that they start. */
  @Test
  void a_property_that_a_jvm_has_from_its_parent_does_not_keep_it_from_weaving() {
    ForkedJvm started = jvm().agent(ForkedJvm.agentJar(), "log").with("-Dweft.agent=true");
    assertThat(toldBy(started.run(Attached.class, ""))).contains(WOVE_LATE);
    ForkedJvm attached = jvm().with("-Dweft.agent=true");
    assertThat(toldBy(attached.run(Attached.class, "log"))).contains(WOVE_LATE);
  }

  @Test
  void a_jvm_that_cannot_be_attached_to_is_told_of_with_the_cure() {
    ForkedJvm.Result result = jvm().with("-XX:+DisableAttachMechanism").run(Attached.class, "");
    assertThat(result.exit()).isNotZero();
    assertThat(result.err())
        .contains("Weft: this JVM does not let an agent attach to it")
        .contains("start it with -javaagent:weft-agent.jar");
  }

  @Test
  void a_jvm_that_is_told_to_allow_it_does_not_warn() {
    ForkedJvm jvm = jvm().with("-XX:+EnableDynamicAgentLoading");
    assertThat(jvm.run(Attached.class, "").err()).doesNotContain("WARNING");
  }

  @Test
  void an_unknown_option_is_refused_before_anything_is_attached() {
    ForkedJvm jvm = jvm().with("-XX:+DisableAttachMechanism");
    assertThat(jvm.run(Attached.class, "logs").err()).contains("Weft: unknown agent option 'logs'");
  }
}
