package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Methods of one signature of which neither overrides the other: each call means its own. */
@Woven
class StaticHidingTest {
  static class Parent {
    @Coroutine
    static String who() {
      Coroutines.yield("parent");
      return "parent";
    }

    @Coroutine
    private String self() {
      Coroutines.yield("parent");
      return "parent";
    }

    @Coroutine
    String ownSelf() {
      return self();
    }
  }

  static class PlainChild extends Parent {
    static String who() {
      return "plain child";
    }

    String self() {
      return "plain child";
    }
  }

  static class WovenChild extends Parent {
    @Coroutine
    static String who() {
      Coroutines.yield("woven child");
      return "woven child";
    }
  }

  interface Helped {
    @Coroutine
    static String who() {
      Coroutines.yield("interface");
      return "interface";
    }
  }

  static class Helper implements Helped {
    static String who() {
      return "helper";
    }
  }

  @Coroutine
  static Generator<String, Void, String> statics() {
    return Coroutines.done(Parent.who() + ", " + WovenChild.who() + ", " + PlainChild.who());
  }

  @Test
  void a_static_method_that_hides_a_coroutine_is_called_itself() {
    Generator<String, Void, String> generator = statics();
    assertThat(generator.stream()).containsExactly("parent", "woven child");
    assertThat(generator.result()).isEqualTo("parent, woven child, plain child");
  }

  @Coroutine
  static Generator<String, Void, String> staticOfInterface() {
    return Coroutines.done(Helped.who() + ", " + Helper.who());
  }

  @Test
  void a_static_method_of_an_interface_is_not_inherited() {
    Generator<String, Void, String> generator = staticOfInterface();
    assertThat(generator.stream()).containsExactly("interface");
    assertThat(generator.result()).isEqualTo("interface, helper");
  }

  @Coroutine
  static Generator<String, Void, String> privates() {
    PlainChild child = new PlainChild();
    return Coroutines.done(child.self() + ", " + child.ownSelf());
  }

  @Test
  void a_private_method_is_not_overridden() {
    Generator<String, Void, String> generator = privates();
    assertThat(generator.stream()).containsExactly("parent");
    assertThat(generator.result()).isEqualTo("plain child, parent");
  }
}
