package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bridges, which compilers add where an override's erased signature differs, suspend too. */
@Case("CA-04")
@Woven
class BridgesTest {
  interface Step<A, B> {
    @Coroutine
    B apply(A argument);
  }

  static class Length implements Step<String, Integer> {
    @Coroutine
    @Override
    public Integer apply(String argument) {
      int sent = Coroutines.yield(argument);
      return argument.length() + sent;
    }
  }

  abstract static class Base<T extends Comparable<T>> {
    @Coroutine
    abstract T larger(T one, T other);

    @Coroutine
    T largest(T one, T two, T three) {
      return larger(larger(one, two), three);
    }
  }

  static class Strings extends Base<String> {
    @Coroutine
    @Override
    String larger(String one, String other) {
      Coroutines.yield(one + "<" + other);
      return one.compareTo(other) < 0 ? other : one;
    }
  }

  static class Plain implements Step<String, Integer> {
    @Override
    public Integer apply(String argument) {
      return -argument.length();
    }
  }

  @Coroutine
  static <A, B> Generator<Object, Integer, B> byInterface(Step<A, B> step, A argument) {
    return Coroutines.done(step.apply(argument));
  }

  @Coroutine
  static Generator<Object, Integer, Integer> byClass(Length step, String argument) {
    return Coroutines.done(step.apply(argument));
  }

  @Test
  void a_call_through_the_generic_type_suspends() {
    Generator<Object, Integer, Integer> generator = byInterface(new Length(), "four");
    assertThat(generator.next()).isEqualTo("four");
    assertThat(Drive.toEnd(generator, 100)).isEqualTo(104);
  }

  @Test
  void a_call_through_the_exact_type_suspends() {
    Generator<Object, Integer, Integer> generator = byClass(new Length(), "four");
    assertThat(generator.next()).isEqualTo("four");
    assertThat(Drive.toEnd(generator, 100)).isEqualTo(104);
  }

  @Test
  void the_bridge_of_a_plain_override_leads_to_it() {
    assertThat(Drive.toEnd(byInterface(new Plain(), "four"), null)).isEqualTo(-4);
  }

  @Coroutine
  static <T extends Comparable<T>> Generator<String, Void, T> largest(
      Base<T> base, T one, T two, T three) {
    return Coroutines.done(base.largest(one, two, three));
  }

  @Test
  void a_generic_superclass_calls_what_narrows_it() {
    Generator<String, Void, String> generator = largest(new Strings(), "b", "c", "a");
    assertThat(generator.stream()).containsExactly("b<c", "c<a");
    assertThat(generator.result()).isEqualTo("c");
  }

  static class Animal {
    @Coroutine
    Object name() {
      Coroutines.yield("animal");
      return "animal";
    }
  }

  static class Dog extends Animal {
    @Coroutine
    @Override
    CharSequence name() {
      Coroutines.yield("dog");
      return "dog of " + super.name();
    }
  }

  static class Poodle extends Dog {
    @Coroutine
    @Override
    String name() {
      Coroutines.yield("poodle");
      return "poodle, " + super.name();
    }
  }

  static class Puppet extends Poodle {
    @Override
    String name() {
      return "puppet";
    }
  }

  @Coroutine
  static Generator<String, Void, Object> asAnimal(Animal animal) {
    return Coroutines.done(animal.name());
  }

  @Coroutine
  static Generator<String, Void, Integer> asDog(Dog dog) {
    return Coroutines.done(dog.name().length());
  }

  @Coroutine
  static Generator<String, Void, String> asPoodle(Poodle poodle) {
    return Coroutines.done(poodle.name().trim());
  }

  @Case("CA-05")
  @Test
  void an_override_may_narrow_what_it_returns() {
    Generator<String, Void, Object> generator = asAnimal(new Poodle());
    assertThat(generator.stream()).containsExactly("poodle", "dog", "animal");
    assertThat(generator.result()).isEqualTo("poodle, dog of animal");
    assertThat(asDog(new Poodle()).stream()).containsExactly("poodle", "dog", "animal");
    assertThat(asDog(new Dog()).stream()).containsExactly("dog", "animal");
    assertThat(asPoodle(new Poodle()).stream()).containsExactly("poodle", "dog", "animal");
  }

  @Test
  void a_plain_override_wins_through_all_bridges() {
    assertThat(Drive.toEnd(asAnimal(new Puppet()), null)).isEqualTo("puppet");
    assertThat(Drive.toEnd(asDog(new Puppet()), null)).isEqualTo(6);
    assertThat(Drive.toEnd(asPoodle(new Puppet()), null)).isEqualTo("puppet");
  }

  interface Source<T> {
    @Coroutine
    Iterable<T> items(T seed);
  }

  static class Words implements Source<String> {
    @Coroutine
    @Override
    public Iterable<String> items(String seed) {
      Coroutines.yield(seed);
      Coroutines.yield(seed + seed);
      return null;
    }
  }

  @Test
  void the_bridge_of_a_generator_method_gives_the_generator() {
    Source<String> source = new Words();
    assertThat(source.items("ab")).containsExactly("ab", "abab");
    assertThat(new Words().items("ab")).containsExactly("ab", "abab");
  }

  @Test
  void the_bridge_of_a_generator_method_gets_neither_twin_nor_body() {
    Method[] methods = Words.class.getDeclaredMethods();
    assertThat(Arrays.stream(methods).filter(m -> m.isSynthetic() && !m.isBridge())).hasSize(1);
    assertThat(Arrays.stream(methods).filter(Method::isBridge)).hasSize(1);
  }
}
