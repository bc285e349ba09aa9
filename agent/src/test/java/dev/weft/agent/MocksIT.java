package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Mocks;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.objenesis.Objenesis;

/** Mocks and spies answer coroutine code as they answer plain code. */
@Case("XC-09")
class MocksIT {
  private static final String PLUGINS = "mockito-extensions";

  @TempDir private Path directory;

  private ForkedJvm mocks(String maker) throws IOException {
    Path plugins = Files.createDirectories(directory.resolve(PLUGINS));
    Files.writeString(plugins.resolve("org.mockito.plugins.MockMaker"), maker);
    return ForkedJvm.woven()
        .first(directory)
        .with(Mockito.class, ByteBuddy.class, ByteBuddyAgent.class, Objenesis.class)
        .with("-XX:+EnableDynamicAgentLoading");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock-maker-inline", "mock-maker-subclass"})
  void mocks_of_an_interface_answer(String maker) throws IOException {
    assertThat(mocks(maker).run(Mocks.class, "interface").output())
        .isEqualTo(
            lines("[loading 0, real 0]", "[mocked]", "mocked", "[20]", "[loading 9, real 9]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock-maker-inline", "mock-maker-subclass"})
  void mocks_of_a_class_answer_and_are_verified(String maker) throws IOException {
    assertThat(mocks(maker).run(Mocks.class, "class").output())
        .isEqualTo(
            lines(
                "[loading 0, real 0]",
                "[mocked]",
                "[mocked]",
                "mocked",
                "[20]",
                "4",
                "[null]",
                "[loading 9, real 9]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mock-maker-inline", "mock-maker-subclass"})
  void spies_answer_where_they_are_stubbed(String maker) throws IOException {
    assertThat(mocks(maker).run(Mocks.class, "spy").output())
        .isEqualTo(
            lines(
                "[loading 0, real 0]",
                "[stubbed]",
                "[stubbed]",
                "[0, 1]",
                "3",
                "[loading 9, real 9]"));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
