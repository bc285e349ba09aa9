package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Attached;
import dev.weft.programs.Retransformed;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are transformed once more, and an agent that comes late. */
class OtherAgentsIT {
  @TempDir private Path directory;

  @Case({"XC-01", "XC-09"})
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_woven_class_that_is_transformed_again_is_woven_once(boolean otherFirst)
      throws IOException {
    ForkedJvm jvm = ForkedJvm.plain();
    if (otherFirst) {
      jvm.agent(otherAgent(), "").agent(ForkedJvm.agentJar(), "");
    } else {
      jvm.agent(ForkedJvm.agentJar(), "").agent(otherAgent(), "");
    }
    assertThat(jvm.run(Retransformed.class).output()).isEqualTo(lines("121233 true [size]"));
  }

  /** A jar of nothing but a manifest; the class is on the class path. */
  private Path otherAgent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Retransformed.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("other-agent.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Test
  void an_agent_that_attaches_late_weaves_what_is_loaded_from_then_on() {
    String early =
        "Coroutines.yield was called in dev.weft.programs.Attached$Early.values"
            + " (Attached.java), which has not been woven. The Weft agent is running, but did"
            + " not weave this class: it was loaded before the agent, or by a class loader the"
            + " agent does not see. Start the JVM with -javaagent:weft-agent.jar.";
    ForkedJvm jvm = ForkedJvm.plain().first(ForkedJvm.agentJar()).with(ByteBuddyAgent.class);
    String output = jvm.run(Attached.class).output();
    assertThat(output.replaceAll("java:\\d+", "java")).isEqualTo(lines("12", early, "12", early));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
