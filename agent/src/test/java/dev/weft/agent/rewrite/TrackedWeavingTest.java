package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.WeavingOptions;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** What tracking changes in woven code, and that nothing does where it was not asked for. */
class TrackedWeavingTest {
  private static final WeavingOptions TRACK = new WeavingOptions(false, true);

  /** One of each kind of coroutine. */
  static final class Kinds {
    @Coroutine
    Generator<Integer, Void, Void> generator(Body<Integer, Void, Void> body, boolean twice) {
      Coroutines.yieldFrom(Generator.of(body));
      if (twice) {
        Coroutines.yieldFrom(generator(body, false));
      }
      subroutine();
      return Coroutines.done();
    }

    @Coroutine
    void subroutine() {
      Coroutines.yield(1);
    }

    @Coroutine
    Iterable<Integer> iterable() {
      Coroutines.yield(1);
      return Coroutines.end();
    }
  }

  private static WovenClass weave(Class<?> type, WeavingOptions options, Occasion occasion)
      throws IOException {
    ClassLoader loader = type.getClassLoader();
    ClassIndex index = new ClassIndex(ClassFiles.of(loader), CoroutinePolicy.ANNOTATED);
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(file))) {
      ClassRewriter rewriter = new ClassRewriter(index, options, occasion);
      return rewriter.rewrite(in.readAllBytes()).orElseThrow();
    }
  }

  private static List<String> superclassesOfFrames(WeavingOptions options) throws IOException {
    return weave(Kinds.class, options, Occasion.LOADING).companions().stream()
        .map(companion -> new ClassReader(companion.bytes()).getSuperName())
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void without_it_woven_code_does_not_name_the_package(Occasion occasion) throws IOException {
    for (Class<?> type : List.of(Kinds.class, GoldenMethods.class)) {
      WovenClass woven = weave(type, WeavingOptions.NONE, occasion);
      Stream<byte[]> companions = woven.companions().stream().map(Companion::bytes);
      Stream.concat(Stream.of(woven.bytes()), companions)
          .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
          .forEach(text ->
              assertThat(text.contains("dev/weft/tracking") || text.contains("generator$of"))
                  .isFalse());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void without_it_the_older_ways_to_ask_for_weaving_give_the_same(boolean scopes)
      throws IOException {
    ClassLoader loader = Kinds.class.getClassLoader();
    ClassIndex index = new ClassIndex(ClassFiles.of(loader), CoroutinePolicy.ANNOTATED);
    String file = Kinds.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(file))) {
      byte[] woven =
          new ClassRewriter(index, scopes).rewrite(in.readAllBytes()).orElseThrow().bytes();
      assertThat(woven)
          .isEqualTo(
              weave(Kinds.class, new WeavingOptions(scopes, false), Occasion.LOADING).bytes());
    }
  }

  @Test
  void frames_extend_those_that_are_tracked() throws IOException {
    assertThat(superclassesOfFrames(WeavingOptions.NONE))
        .contains("GeneratorFrame", "Frame", "DelegateFrame", "RestartableFrame");
    assertThat(superclassesOfFrames(TRACK))
        .containsOnly("TrackedGenerator", "TrackedSubroutine")
        .filteredOn("TrackedGenerator"::equals)
        .as("generator, iterable, and the one of a body")
        .hasSize(3);
  }
}
