package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.WeavingLoader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes and lambdas that were not woven, of interfaces that were. */
class UnwovenImplementationsTest {
  /** Woven in all tests. */
  public interface Asks {
    /** Yields, and says who it is. */
    @Coroutine
    default String who() {
      Coroutines.yield("default asks");
      return "default";
    }
  }

  /** Woven in all tests. */
  public interface MustAsk {
    /** To be implemented. */
    @Coroutine
    String who();
  }

  /** Overrides the default. */
  public static class Plain implements Asks {
    @Override
    public String who() {
      return "plain";
    }
  }

  /** Overrides the default in an interface. */
  public interface PlainAgain extends Asks {
    @Override
    default String who() {
      return "plain again";
    }
  }

  /** Inherits that. */
  public static class OfPlainAgain implements PlainAgain {}

  /** Is inherited by what does not know of it. */
  public static class Unrelated {
    /** No override of anything, here. */
    public String who() {
      return "unrelated";
    }
  }

  /** Inherits the method of a class over that of an interface. */
  public static class OfUnrelated extends Unrelated implements Asks {}

  /** Inherits two twins of a method that it only inherits. */
  public static class OfTwo extends Unrelated implements Asks, MustAsk {}

  /** Takes what is there. */
  public static class Mute implements Asks {}

  /** Makes lambdas. */
  public static class Lambdas implements Supplier<Object> {
    @Override
    public Object get() {
      MustAsk lambda = () -> "lambda";
      return lambda;
    }
  }

  /** Drives them; woven. */
  public static final class Runner {
    private Runner() {}

    /** Yields what it does, and then what it returned. */
    @Coroutine
    public static Iterator<Object> run(Object asks) {
      String returned = asks instanceof Asks a ? a.who() : ((MustAsk) asks).who();
      Coroutines.yield("returned " + returned);
      return null;
    }

    /** The same through the other interface. */
    @Coroutine
    public static Iterator<Object> runOther(Object asks) {
      Coroutines.yield("returned " + ((MustAsk) asks).who());
      return null;
    }
  }

  private static List<Object> all(ClassLoader loader, String method, Object receiver)
      throws Exception {
    List<Object> items = new ArrayList<>();
    Iterator<?> iterator =
        (Iterator<?>)
            nested(loader, "Runner").getMethod(method, Object.class).invoke(null, receiver);
    iterator.forEachRemaining(items::add);
    return items;
  }

  private static List<Object> all(ClassLoader loader, String name) throws Exception {
    return all(loader, "run", nested(loader, name).getConstructor().newInstance());
  }

  private static Class<?> nested(ClassLoader loader, String name) throws Exception {
    return Class.forName(UnwovenImplementationsTest.class.getName() + "$" + name, true, loader);
  }

  private static ClassLoader leaving(String... names) {
    return Unwoven.nested(new WeavingLoader(), UnwovenImplementationsTest.class, names);
  }

  @Test
  void a_class_that_overrides_a_default_method() throws Exception {
    assertThat(all(new WeavingLoader(), "Plain")).containsExactly("returned plain");
    assertThat(all(leaving("Plain"), "Plain")).containsExactly("returned plain");
    assertThat(all(leaving("Mute"), "Mute")).containsExactly("default asks", "returned default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PlainAgain OfPlainAgain"})
  void an_interface_that_overrides_a_default_method(String unwoven) throws Exception {
    ClassLoader loader = leaving(unwoven.split(" ", -1));
    assertThat(all(loader, "OfPlainAgain")).containsExactly("returned plain again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OfUnrelated", "Unrelated OfUnrelated"})
  void a_superclass_that_does_not_know_the_interface(String unwoven) throws Exception {
    ClassLoader loader = leaving(unwoven.split(" ", -1));
    assertThat(all(loader, "OfUnrelated")).containsExactly("returned unrelated");
  }

  /** If it stays unwoven, the JVM cannot choose between the two. */
  @Test
  void a_woven_class_that_inherits_two_twins() throws Exception {
    ClassLoader loader = new WeavingLoader();
    Object receiver = nested(loader, "OfTwo").getConstructor().newInstance();
    assertThat(all(loader, "run", receiver)).containsExactly("returned unrelated");
    assertThat(all(loader, "runOther", receiver)).containsExactly("returned unrelated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lambdas"})
  void a_lambda(String unwoven) throws Exception {
    ClassLoader loader = leaving(unwoven);
    Supplier<?> lambdas = (Supplier<?>) nested(loader, "Lambdas").getConstructor().newInstance();
    assertThat(all(loader, "run", lambdas.get())).containsExactly("returned lambda");
  }
}
