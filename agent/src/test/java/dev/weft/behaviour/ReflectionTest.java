package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What reflection tells of woven classes: all that it told before, and additions marked as such.
 */
@Woven
class ReflectionTest {
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.PARAMETER})
  @interface Tag {
    String value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE_USE)
  @interface Use {
    String value();
  }

  interface Face<T> {
    @Coroutine
    @Tag("face")
    default <E extends Exception> Map<String, ? super T> of(@Tag("parameter") List<T> list)
        throws E, IOException {
      Coroutines.yield(list);
      return Map.of();
    }
  }

  @Deprecated
  abstract static class Shape<T extends Comparable<T>> implements Face<T> {
    T field;

    @Coroutine
    @Tag("sub")
    @Deprecated
    protected @Use("result") String sub(
        @Tag("first") T first, @Use("second") long @Use("array") ... second)
        throws IOException, InterruptedException {
      int local = second.length;
      String sent = Coroutines.yield(first);
      return sent + local;
    }

    @Coroutine
    @Tag("generator")
    public static <A, B extends A> Generator<A, ? extends B, List<B>> make(
        @Tag("only") List<? extends A> list) throws IOException {
      Coroutines.yield(list);
      return null;
    }

    @Coroutine
    @Tag("abstract")
    abstract int none(int one) throws IOException;

    @Coroutine
    @SuppressWarnings("UnusedMethod")
    private final synchronized void quiet() {
      notifyAll();
    }
  }

  /** Everything that reflection has to tell of a method. */
  private static String describe(Method method) {
    return String.join(
        "\n",
        method.toGenericString(),
        Arrays.toString(method.getAnnotations()),
        Arrays.deepToString(method.getParameterAnnotations()),
        method.getAnnotatedReturnType().toString(),
        Arrays.toString(method.getAnnotatedParameterTypes()),
        Arrays.toString(method.getParameters()),
        Arrays.toString(method.getGenericExceptionTypes()),
        Integer.toHexString(method.getModifiers()),
        String.valueOf(method.getDefaultValue()));
  }

  private static Set<String> describe(Stream<Method> methods) {
    return methods
        .filter(m -> !m.isSynthetic() || m.isBridge())
        .filter(m -> !m.toString().contains("dev.weft.runtime.")) // twins are bridges, too
        .map(ReflectionTest::describe)
        .collect(Collectors.toSet());
  }

  private static Class<?> unwoven(Class<?> type) throws ClassNotFoundException {
    ClassLoader parent = ReflectionTest.class.getClassLoader().getParent();
    return Class.forName(type.getName(), false, parent);
  }

  @Case("DB-06")
  @Test
  void plain_methods_are_described_as_before() throws Exception {
    for (Class<?> type : List.of(Shape.class, Face.class)) {
      Class<?> before = unwoven(type);
      assertThat(before).isNotSameAs(type);
      assertThat(describe(Stream.of(type.getDeclaredMethods())))
          .isEqualTo(describe(Stream.of(before.getDeclaredMethods())));
      assertThat(describe(Stream.of(type.getMethods())))
          .isEqualTo(describe(Stream.of(before.getMethods())));
    }
  }

  @Case("DB-06")
  @Test
  void the_class_is_described_as_before() throws Exception {
    Class<?> before = unwoven(Shape.class);
    assertThat(Shape.class.toGenericString()).isEqualTo(before.toGenericString());
    assertThat(Shape.class.getAnnotations()).hasSize(before.getAnnotations().length);
    assertThat(Shape.class.getGenericInterfaces()[0].getTypeName())
        .isEqualTo(before.getGenericInterfaces()[0].getTypeName());
    assertThat(Shape.class.getNestHost()).isEqualTo(ReflectionTest.class);
    assertThat(Shape.class.getDeclaringClass()).isEqualTo(ReflectionTest.class);
  }

  @Test
  void what_weaving_adds_is_synthetic_and_carries_no_annotations() {
    List<Method> added =
        Stream.of(Shape.class.getDeclaredMethods())
            .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(ReflectionTest::isRuntime))
            .toList();
    assertThat(added).isNotEmpty().allMatch(Method::isSynthetic);
    assertThat(added).allMatch(m -> m.getAnnotations().length == 0 && !m.isVarArgs());
    List<Field> fields = List.of(Shape.class.getDeclaredFields());
    assertThat(fields)
        .filteredOn(f -> !f.isSynthetic())
        .extracting(Field::getName)
        .containsExactly("field");
    assertThat(fields)
        .filteredOn(Field::isSynthetic)
        .allMatch(f -> Modifier.isStatic(f.getModifiers()));
  }

  private static boolean isRuntime(Class<?> type) {
    return type.getPackageName().equals("dev.weft.runtime");
  }

  @Test
  void a_class_and_its_methods_name_types_of_the_runtime_only() {
    for (Method method : Shape.class.getDeclaredMethods()) {
      assertThat(method.getParameterTypes()).noneMatch(t -> t.getName().contains("$$Weft$"));
    }
    assertThat(Shape.class.getDeclaredClasses()).isEmpty();
  }
}
