package dev.weft.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Lambdas do the same when they are linked at build time. */
class LambdaLinkingTest {
  /** Each method gives what its lambdas give. */
  static class Sample implements Callable<List<Object>> {
    private final int own = 7;

    static boolean isEven(int number) {
      return number % 2 == 0;
    }

    private String named(String name) {
      return name + own;
    }

    static final class Nested {
      static Object result() {
        Function<String, Integer> length = text -> text.length();
        return length.apply("nested");
      }
    }

    interface Named {
      String name();

      default String twice() {
        return name() + name();
      }
    }

    @Override
    public List<Object> call() throws Exception {
      List<Object> results = new ArrayList<>();
      captured(results, true, 'c', (byte) 1, (short) 2, 3, 4L, 5f, 6d, "text");
      references(results);
      conversions(results);
      results.add(Nested.result());
      return results;
    }

    private void captured(
        List<Object> results,
        boolean a,
        char b,
        byte c,
        short d,
        int e,
        long f,
        float g,
        double h,
        String text) {
      Supplier<String> all = () -> "" + a + b + c + d + e + f + g + h + text + own;
      Runnable nothing = () -> results.add(all.get());
      nothing.run();
      LongSupplier sum = () -> f + e;
      DoubleSupplier real = () -> h;
      results.add(sum.getAsLong());
      results.add(real.getAsDouble());
    }

    private void references(List<Object> results) {
      Function<String, String> bound = this::named;
      Function<String, String> unbound = String::trim;
      Function<String, StringBuilder> constructor = StringBuilder::new;
      IntFunction<String[]> array = String[]::new;
      Named named = () -> "x";
      Function<Named, String> inInterface = Named::twice;
      BiFunction<Map<String, Object>, String, Object> generic = Map::get;
      results.add(bound.apply("bound"));
      results.add(unbound.apply(" unbound "));
      results.add(constructor.apply("new").append("er").toString());
      results.add(array.apply(3).length);
      results.add(inInterface.apply(named));
      results.add(Objects.toString(generic.apply(new HashMap<>(Map.of("key", 1)), "key")));
    }

    private void conversions(List<Object> results) {
      Function<Integer, Boolean> unboxed = Sample::isEven;
      ToIntFunction<Integer> asInt = number -> number;
      ToLongFunction<Integer> widened = Integer::intValue;
      IntToLongFunction longer = Math::abs;
      ToIntFunction<Character> ofCharacter = Character::getNumericValue;
      IntSupplier fromBox = Integer.valueOf(8)::intValue;
      Supplier<Object> boxed = () -> 9;
      Function<Object, String> wide = Object::toString;
      List<Object> dropped = new ArrayList<>();
      Runnable dropsLong = () -> Long.parseLong("1");
      java.util.function.Consumer<Object> dropsResult = dropped::add;
      dropsLong.run();
      dropsResult.accept("dropped");
      results.add(unboxed.apply(4));
      results.add(asInt.applyAsInt(5));
      results.add(widened.applyAsLong(6));
      results.add(longer.applyAsLong(-7));
      results.add(ofCharacter.applyAsInt('8'));
      results.add(fromBox.getAsInt());
      results.add(boxed.get());
      results.add(wide.apply(10));
      results.add(dropped);
    }
  }

  /** Its lambda is cast to what generics promise. */
  static class Polluted implements Callable<Object> {
    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object call() {
      Function<String, Integer> length = text -> text.length();
      return ((Function) length).apply(1);
    }
  }

  /** Has a lambda that can be serialised. */
  static class Serialised implements Callable<Object> {
    @Override
    public Object call() {
      return (Supplier<String> & Serializable) () -> "written";
    }
  }

  private static Map<String, byte[]> linked(Class<?>... types) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    for (Class<?> type : types) {
      String file = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
        files.put(file, in.readAllBytes());
      }
    }
    return new LambdaLinking(files).link();
  }

  /** Links a class together with the class around it, and runs it. */
  private static Object runLinked(Class<?> type, Class<?>... others) throws Exception {
    Class<?>[] all = new Class<?>[others.length + 2];
    all[0] = type;
    all[1] = LambdaLinkingTest.class;
    System.arraycopy(others, 0, all, 2, others.length);
    Map<String, byte[]> files = linked(all);
    ClassLoader loader =
        new ClassLoader(LambdaLinkingTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            Class<?> loaded = findLoadedClass(name);
            if (file == null || loaded != null) {
              return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            return defineClass(name, file, 0, file.length);
          }
        };
    var constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return ((Callable<?>) constructor.newInstance()).call();
  }

  @Test
  void all_give_the_same() throws Exception {
    assertThat(runLinked(Sample.class, Sample.Nested.class, Sample.Named.class))
        .isEqualTo(new Sample().call());
  }

  @Test
  void a_wrong_argument_is_a_class_cast() {
    assertThatThrownBy(() -> runLinked(Polluted.class)).isInstanceOf(ClassCastException.class);
  }

  @Test
  void one_that_can_be_serialised_stays_as_it_is() throws Exception {
    assertThat(linked(Serialised.class, LambdaLinkingTest.class).keySet())
        .noneMatch(file -> file.contains("Serialised$Lambdas"));
    assertThat(runLinked(Serialised.class)).isInstanceOf(Serializable.class);
  }

  @Test
  void no_others_are_left() throws Exception {
    ClassNode type = new ClassNode();
    String file = Sample.class.getName().replace('.', '/') + ".class";
    new ClassReader(linked(Sample.class, LambdaLinkingTest.class).get(file)).accept(type, 0);
    assertThat(type.methods)
        .allSatisfy(
            method -> assertThat(method.instructions.toArray()).noneMatch(Lambda::isMadeBy));
  }
}
