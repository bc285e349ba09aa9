package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Retransformed;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are transformed once more. */
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

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
