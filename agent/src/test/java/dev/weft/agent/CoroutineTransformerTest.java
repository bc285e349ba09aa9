package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Customer;
import com.example.shop.Till;
import dev.weft.Coroutines;
import dev.weft.programs.Plain;
import dev.weft.programs.Tour;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Which classes the agent touches. */
class CoroutineTransformerTest {
  private static final ClassLoader LOADER = CoroutineTransformerTest.class.getClassLoader();

  private final CoroutineTransformer transformer = new CoroutineTransformer(AgentOptions.parse(""));

  private byte[] transform(String name, Class<?> redefined, byte[] classFile) {
    return transformer.transform(LOADER, name, redefined, null, classFile);
  }

  private byte[] transform(Class<?> type) throws IOException {
    return transform(nameOf(type), null, classFile(type));
  }

  private static String nameOf(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  @Case("XC-04")
  @ParameterizedTest
  @ValueSource(classes = {ClassReader.class, ClassNode.class, Assertions.class, Test.class})
  void no_class_of_a_library_is_changed(Class<?> member) throws IOException {
    List<String> changed = new ArrayList<>();
    try (JarFile jar = new JarFile(ForkedJvm.locationOf(member).toFile())) {
      for (JarEntry entry : jar.stream().filter(CoroutineTransformerTest::isClass).toList()) {
        String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
        if (transform(name, null, jar.getInputStream(entry).readAllBytes()) != null) {
          changed.add(name);
        }
      }
    }
    assertThat(changed).isEmpty();
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
  }

  @Case("XC-04")
  @ParameterizedTest
  @ValueSource(
      classes = {Plain.class, CoroutineTransformerTest.class, ForkedJvm.class, Coroutines.class})
  void no_class_without_coroutine_code_is_changed_even_if_it_names_the_library(Class<?> type)
      throws IOException {
    assertThat(transform("com/example/" + type.getSimpleName(), null, classFile(type))).isNull();
  }

  @Case("XC-02")
  @Test
  void classes_of_the_jdk_are_not_even_read() {
    byte[] notAClass = {};
    assertThat(transform("java/util/ArrayList", null, notAClass)).isNull();
    assertThat(transform("javax/sql/DataSource", null, notAClass)).isNull();
    assertThat(transform("jdk/internal/misc/Unsafe", null, notAClass)).isNull();
    assertThat(transformer.transform(null, "any/Name", null, null, notAClass)).isNull();
  }

  @Case("CA-20")
  @Test
  void classes_without_a_name_stay_as_they_are() throws IOException {
    assertThat(transform(null, null, classFile(Tour.class))).isNull();
  }

  @Test
  void the_agents_own_classes_and_companions_stay_as_they_are() throws IOException {
    byte[] coroutines = classFile(Tour.class);
    assertThat(transform("dev/weft/agent/shaded/asm/ClassReader", null, coroutines)).isNull();
    assertThat(transform("dev/weft/programs/Tour$$Weft$all$0123456789", null, coroutines)).isNull();
  }

  @Test
  void classes_with_coroutine_code_are_woven_whether_they_name_the_library_or_not()
      throws IOException {
    assertThat(transform(Tour.class)).isNotNull();
    assertThat(transform(Till.class)).isNotNull();
    assertThat(transform(Customer.class)).isNotNull();
  }

  @Case("XC-02")
  @Test
  void weaving_depends_on_the_class_file_alone() throws IOException {
    CoroutineTransformer other = new CoroutineTransformer(AgentOptions.parse(""));
    byte[] first = transform(Tour.class);
    assertThat(transform(Tour.class)).isEqualTo(first);
    assertThat(other.transform(LOADER, nameOf(Tour.class), null, null, classFile(Tour.class)))
        .isEqualTo(first);
  }

  @Case("XC-01")
  @Test
  void what_is_woven_is_not_woven_again() throws IOException {
    assertThat(transform(nameOf(Tour.class), null, transform(Tour.class))).isNull();
  }

  @Test
  void a_class_that_was_loaded_unwoven_stays_so() throws IOException {
    assertThat(transform(nameOf(Tour.class), Tour.class, classFile(Tour.class))).isNull();
  }
}
