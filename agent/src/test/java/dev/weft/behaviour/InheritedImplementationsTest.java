package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** Methods of interfaces implemented by a superclass that knows nothing of the interface. */
@Woven
class InheritedImplementationsTest {
  interface Asks {
    @Coroutine
    String ask();
  }

  interface AsksToo {
    @Coroutine
    String ask();
  }

  interface AsksByDefault {
    @Coroutine
    default String ask() {
      Coroutines.yield("default");
      return "default";
    }
  }

  interface AsksByDefaultStill extends AsksByDefault {}

  static class PlainParent {
    public String ask() {
      return "plain parent";
    }
  }

  static class YieldingParent {
    @Coroutine
    public String ask() {
      Coroutines.yield("yielding parent");
      return "yielding parent";
    }
  }

  static class PlainChild extends PlainParent implements Asks {}

  static class PlainChildOfTwo extends PlainParent implements Asks, AsksToo {}

  static class YieldingChild extends YieldingParent implements Asks {}

  static class YieldingChildOfTwo extends YieldingParent implements Asks, AsksToo {}

  static class PlainOverDefault extends PlainParent implements AsksByDefault {}

  static class PlainOverDefaultOfTwo extends PlainParent
      implements AsksToo, AsksByDefaultStill, Asks {}

  @Coroutine
  static Generator<String, Void, String> ask(Asks asks) {
    return Coroutines.done(asks.ask());
  }

  @Coroutine
  static Generator<String, Void, String> askToo(AsksToo asks) {
    return Coroutines.done(asks.ask());
  }

  @Coroutine
  static Generator<String, Void, String> askDefault(AsksByDefault asks) {
    return Coroutines.done(asks.ask());
  }

  @Test
  void a_plain_method_of_a_superclass_is_called_plainly() {
    assertThat(Drive.toEnd(ask(new PlainChild()), null)).isEqualTo("plain parent");
    assertThat(Drive.toEnd(ask(new PlainChildOfTwo()), null)).isEqualTo("plain parent");
    assertThat(Drive.toEnd(askToo(new PlainChildOfTwo()), null)).isEqualTo("plain parent");
  }

  @Test
  void a_plain_method_of_a_superclass_wins_over_a_default_coroutine() {
    assertThat(Drive.toEnd(askDefault(new PlainOverDefault()), null)).isEqualTo("plain parent");
    PlainOverDefaultOfTwo two = new PlainOverDefaultOfTwo();
    assertThat(Drive.toEnd(askDefault(two), null)).isEqualTo("plain parent");
    assertThat(Drive.toEnd(ask(two), null)).isEqualTo("plain parent");
    assertThat(Drive.toEnd(askToo(two), null)).isEqualTo("plain parent");
  }

  @Test
  void a_coroutine_of_a_superclass_suspends() {
    assertThat(ask(new YieldingChild()).stream()).containsExactly("yielding parent");
    assertThat(ask(new YieldingChildOfTwo()).stream()).containsExactly("yielding parent");
    assertThat(askToo(new YieldingChildOfTwo()).stream()).containsExactly("yielding parent");
  }

  abstract static class OfTwo implements Asks, AsksToo {
    @Coroutine
    String askTwice() {
      return ask() + "+" + ask();
    }
  }

  static class YieldsForTwo extends OfTwo {
    @Coroutine
    @Override
    public String ask() {
      Coroutines.yield("for two");
      return "for two";
    }
  }

  static class PlainForTwo extends OfTwo {
    @Override
    public String ask() {
      return "plain for two";
    }
  }

  interface BothAsk extends Asks, AsksToo {}

  @Coroutine
  static Generator<String, Void, String> askTwice(OfTwo asks) {
    return Coroutines.done(asks.askTwice());
  }

  @Coroutine
  static Generator<String, Void, String> askBoth(BothAsk asks) {
    return Coroutines.done(asks.ask());
  }

  @Test
  void a_class_may_inherit_one_coroutine_from_two_interfaces() {
    assertThat(ask(new YieldsForTwo()).stream()).containsExactly("for two");
    assertThat(askToo(new YieldsForTwo()).stream()).containsExactly("for two");
    assertThat(askTwice(new YieldsForTwo()).stream()).containsExactly("for two", "for two");
    assertThat(Drive.toEnd(askTwice(new PlainForTwo()), null))
        .isEqualTo("plain for two+plain for two");
  }

  @Test
  void an_interface_may_inherit_one_coroutine_from_two_others() {
    BothAsk lambda =
        () -> {
          Coroutines.yield("lambda");
          return "lambda";
        };
    assertThat(ask(lambda).stream()).containsExactly("lambda");
    assertThat(askToo(lambda).stream()).containsExactly("lambda");
    assertThat(askBoth(lambda).stream()).containsExactly("lambda");
    assertThat(Drive.toEnd(askBoth(() -> "plain"), null)).isEqualTo("plain");
  }

  interface PlainAgain extends AsksByDefault {
    @Override
    default String ask() {
      return "plain default";
    }
  }

  interface AbstractAgain extends AsksByDefault {
    @Override
    String ask();
  }

  static class OfPlainAgain implements PlainAgain, AsksByDefaultStill {}

  static class OfAbstractAgain implements AbstractAgain {
    @Coroutine
    @Override
    public String ask() {
      Coroutines.yield("again");
      return "again";
    }
  }

  @Test
  void a_default_method_is_overridden_by_another_interface() {
    assertThat(Drive.toEnd(askDefault(new OfPlainAgain()), null)).isEqualTo("plain default");
    assertThat(askDefault(new OfAbstractAgain()).stream()).containsExactly("again");
    assertThat(askDefault(new AsksByDefaultStill() {}).stream()).containsExactly("default");
  }
}
