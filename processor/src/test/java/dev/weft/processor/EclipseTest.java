package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler has no tree API: declarations are checked, and one note says so. */
class EclipseTest {
  @TempDir private Path classes;

  @Test
  void declarations_are_checked_and_a_note_says_that_bodies_are_not() throws IOException {
    Path source = Path.of("src", "test", "resources", "sources", "Declarations.java");
    Compilation compilation =
        Compilation.of(new EclipseCompiler(), classes, List.of(source), "-17", "-proc:only");
    assertThat(compilation.otherErrors()).isEmpty();
    assertThat(compilation.findings())
        .satisfiesExactlyInAnyOrder(
            note -> assertThat(note).contains("note: Weft checks only the declarations"),
            declaration -> assertThat(declaration).contains("14: warning: Weft: a native method"),
            declaration -> assertThat(declaration).contains("17: error: Weft cannot weave"),
            declaration -> assertThat(declaration).contains("22: error: Weft cannot weave"));
  }
}
