package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that were not woven under parents that were: no twin hides what they override. */
class UnwovenSubclassesTest {
  /** Woven in all tests. */
  public static class Parent {
    /** Yields, and says who it is. */
    @Coroutine
    public Object who() {
      Coroutines.yield("parent asks");
      return "parent";
    }
  }

  /** Woven or not. */
  public static class Plain extends Parent {
    @Override
    public Object who() {
      return "plain";
    }
  }

  /** Woven or not; its parent may have no twin. */
  public static class BelowPlain extends Plain {}

  /** Overrides by a bridge. */
  public static class Narrows extends Parent {
    @Override
    public String who() {
      return "narrow";
    }
  }

  /** Overrides nothing. */
  public static class Mute extends Parent {
    /** Another signature. */
    public Object who(String other) {
      return other;
    }
  }

  /** Yields, which takes weaving. */
  public static class Yields extends Parent {
    @Coroutine
    @Override
    public Object who() {
      Coroutines.yield("yields asks");
      return "yields";
    }
  }

  /** Yields by its parent only. */
  public static class CallsSuper extends Parent {
    @Override
    public Object who() {
      return "super " + super.who();
    }
  }

  /** Drives a parent; woven. */
  public static final class Runner {
    private Runner() {}

    /** Yields what the parent does, and then what it returned. */
    @Coroutine
    public static Iterator<Object> run(Parent parent) {
      Object returned = parent.who();
      Coroutines.yield("returned " + returned);
      return null;
    }
  }

  private static Iterator<?> run(ClassLoader loader, String name) throws Exception {
    Object receiver = nested(loader, name).getConstructor().newInstance();
    Class<?> runner = nested(loader, "Runner");
    Class<?> parent = nested(loader, "Parent");
    return (Iterator<?>) runner.getMethod("run", parent).invoke(null, receiver);
  }

  private static Class<?> nested(ClassLoader loader, String name) throws Exception {
    return Class.forName(UnwovenSubclassesTest.class.getName() + "$" + name, true, loader);
  }

  private static List<Object> all(ClassLoader loader, String name) throws Exception {
    List<Object> items = new ArrayList<>();
    run(loader, name).forEachRemaining(items::add);
    return items;
  }

  private static ClassLoader leaving(String... names) {
    return Unwoven.nested(new WeavingLoader(), UnwovenSubclassesTest.class, names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Plain", "BelowPlain", "Plain BelowPlain"})
  void an_override_wins(String unwoven) throws Exception {
    ClassLoader loader = leaving(unwoven.split(" ", -1));
    assertThat(all(loader, "BelowPlain")).containsExactly("returned plain");
    assertThat(all(loader, "Plain")).containsExactly("returned plain");
    assertThat(all(loader, "Parent")).containsExactly("parent asks", "returned parent");
  }

  @Case("CA-22")
  @ParameterizedTest
  @ValueSource(strings = {"Parent", "Plain", "Runner"})
  void the_order_of_loading_does_not_matter(String first) throws Exception {
    ClassLoader woven = new WeavingLoader();
    nested(woven, first);
    assertThat(all(woven, "Plain")).containsExactly("returned plain");
    ClassLoader unwoven = leaving("Plain");
    nested(unwoven, first);
    assertThat(all(unwoven, "Plain")).containsExactly("returned plain");
  }

  @Test
  void a_bridge_is_an_override_too() throws Exception {
    assertThat(all(leaving("Narrows"), "Narrows")).containsExactly("returned narrow");
    assertThat(all(new WeavingLoader(), "Narrows")).containsExactly("returned narrow");
  }

  @Test
  void a_subclass_that_overrides_nothing_suspends() throws Exception {
    assertThat(all(leaving("Mute"), "Mute")).containsExactly("parent asks", "returned parent");
  }

  @Test
  void a_yield_that_was_not_woven_says_so() throws Exception {
    Iterator<?> iterator = run(leaving("Yields"), "Yields");
    assertThatThrownBy(iterator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("UnwovenSubclassesTest$Yields.who")
        .hasMessageContaining("has not been woven");
  }

  @Test
  void a_plain_call_of_super_breaks_the_chain() throws Exception {
    Iterator<?> iterator = run(leaving("CallsSuper"), "CallsSuper");
    assertThatThrownBy(iterator::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("these frames are not coroutines")
        .hasMessageContaining("UnwovenSubclassesTest$CallsSuper.who (UnwovenSubclassesTest.java:");
  }
}
