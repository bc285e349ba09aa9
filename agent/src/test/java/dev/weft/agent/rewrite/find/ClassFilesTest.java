package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The class files that a loader sees. */
class ClassFilesTest {
  @Test
  void one_that_is_there_and_one_that_is_not() {
    ClassLoader loader = ClassFilesTest.class.getClassLoader();
    ClassFiles files = ClassFiles.of(loader);
    assertThat(files.read("dev/weft/agent/rewrite/find/ClassFilesTest"))
        .hasValueSatisfying(bytes -> assertThat(bytes).startsWith(0xCA, 0xFE, 0xBA, 0xBE));
    assertThat(files.read("p/Missing")).isEmpty();
    assertThat(loader).isNotNull(); // and so alive
  }

  @Test
  void one_that_is_not_on_the_class_path_but_in_a_module_of_the_jdk() {
    ClassFiles files = ClassFiles.of(ClassLoader.getSystemClassLoader());
    assertThat(files.read("org/w3c/dom/Node")).isPresent();
  }

  @Test
  void one_that_cannot_be_read() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }

          @Override
          public int read(byte[] into, int start, int length) throws IOException {
            throw new IOException("broken");
          }
        };
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return name.equals("p/A.class") ? broken : null;
          }
        };
    ClassFiles files = ClassFiles.of(loader);
    assertThatThrownBy(() -> files.read("p/A"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read the class file of p/A");
    assertThat(files.read("p/B")).isEmpty();
    assertThat(loader).isNotNull(); // and so alive
  }
}
