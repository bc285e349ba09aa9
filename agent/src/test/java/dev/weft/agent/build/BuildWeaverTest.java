package dev.weft.agent.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildWeaverTest {
  private static final ClassFiles FILES = ClassFiles.of(BuildWeaverTest.class.getClassLoader());

  /** Declares a coroutine. */
  interface Asks {
    @Coroutine
    default int ask() {
      return Coroutines.<Integer>yield("how many?");
    }
  }

  /** Declares the same. */
  interface AsksToo {
    @Coroutine
    default int ask() {
      return 7;
    }
  }

  /** Inherits both. */
  static class Asker implements Asks, AsksToo {
    @Override
    @Coroutine
    public int ask() {
      return Asks.super.ask() + AsksToo.super.ask();
    }
  }

  /** Inherits one, and adds nothing. */
  static class Silent implements Asks {}

  private static byte[] compiled(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + internalName(type) + ".class")) {
      return in.readAllBytes();
    }
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static WovenClass woven(Class<?> type, ClassFiles files) throws IOException {
    return new BuildWeaver(files, false).weave(internalName(type), compiled(type)).orElseThrow();
  }

  @Test
  void a_class_is_woven_the_same_whether_its_supertypes_are_woven_already_or_not()
      throws IOException {
    byte[] asks = woven(Asks.class, FILES).bytes();
    byte[] asksToo = woven(AsksToo.class, FILES).bytes();
    ClassFiles after =
        name ->
            name.equals(internalName(Asks.class))
                ? Optional.of(asks)
                : name.equals(internalName(AsksToo.class))
                    ? Optional.of(asksToo)
                    : FILES.read(name);
    assertThat(woven(Asker.class, after).bytes()).isEqualTo(woven(Asker.class, FILES).bytes());
    assertThat(
            new BuildWeaver(after, false).weave(internalName(Silent.class), compiled(Silent.class)))
        .isEmpty();
  }

  @Test
  void what_is_woven_is_not_woven_again() throws IOException {
    WovenClass once = woven(Asks.class, FILES);
    assertThat(new BuildWeaver(FILES, false).weave(once.name(), once.bytes())).isEmpty();
  }

  @Test
  void a_companion_is_not_woven() throws IOException {
    WovenClass host = woven(Asks.class, FILES);
    assertThat(host.companions())
        .isNotEmpty()
        .allSatisfy(companion ->
            assertThat(new BuildWeaver(FILES, false).weave(companion.name(), companion.bytes()))
                .isEmpty());
  }
}
