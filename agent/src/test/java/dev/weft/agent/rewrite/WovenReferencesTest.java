package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.find.CandidateFilter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reference of woven code to the library resolves, over all coroutines of these tests. */
class WovenReferencesTest {
  private static final ClassLoader LOADER = WovenReferencesTest.class.getClassLoader();

  private final ClassIndex index = new ClassIndex(ClassFiles.of(LOADER), CoroutinePolicy.ANNOTATED);

  @Test
  void all_of_them_resolve() throws Exception {
    References references = new References();
    int woven = 0;
    for (byte[] classFile : classFilesOfTests()) {
      if (new CandidateFilter(index).accepts(classFile)) {
        woven += add(classFile, references);
      }
    }
    assertThat(woven).as("woven classes").isGreaterThan(10);
    assertThat(references.unresolved()).isEmpty();
    assertThat(used(references)).containsAll(sample());
  }

  private int add(byte[] classFile, References references) {
    for (boolean keepScopes : new boolean[] {false, true}) {
      List<WovenClass> result =
          new ClassRewriter(index, keepScopes).rewrite(classFile).stream().toList();
      if (result.isEmpty()) {
        return 0;
      }
      references.add(result.get(0).bytes());
      result.get(0).companions().forEach(companion -> references.add(companion.bytes()));
    }
    return 1;
  }

  /** What a sample must have in it to be worth something. */
  private static Set<String> sample() {
    return Set.of(
        RuntimeNames.COMPANIONS + ".define",
        RuntimeNames.COMPLETION + ".of",
        RuntimeNames.DELEGATION + ".yieldFrom",
        RuntimeNames.VIEWS + ".stream",
        RuntimeNames.COROUTINE + ".NONE",
        RuntimeNames.COROUTINE + ".UNSAVED",
        RuntimeNames.COROUTINE + ".received",
        RuntimeNames.COROUTINE + ".requireRunning",
        RuntimeNames.COROUTINE + ".isSuspendable");
  }

  private static Set<String> used(References references) {
    return references.all().stream()
        .map(reference -> reference.replaceAll("[(: ].*", ""))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static List<byte[]> classFilesOfTests() throws IOException, URISyntaxException {
    Path root =
        Path.of(
            WovenReferencesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<byte[]> classFiles = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("dev/weft"))) {
      files.filter(f -> f.toString().endsWith(".class")).forEach(f -> classFiles.add(read(f)));
    }
    return classFiles;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
