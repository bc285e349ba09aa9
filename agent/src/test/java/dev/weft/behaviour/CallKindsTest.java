package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

/** A call of a subroutine that yields, by each of the ways in which the JVM calls a method. */
@Woven
class CallKindsTest {
  @Coroutine
  static int twice(String name) {
    int first = Coroutines.yield(name + "?");
    int second = Coroutines.yield(name + "!");
    return first + second;
  }

  /** Drives a generator that asks twice, and gives what it returned. */
  private static Object answer(Generator<String, Integer, ?> generator, String name) {
    assertThat(generator.next()).isEqualTo(name + "?");
    assertThat(generator.send(30)).isEqualTo(name + "!");
    return Drive.toEnd(generator, 4);
  }

  interface Shape {
    @Coroutine
    int area();
  }

  interface Named extends Shape {
    @Coroutine
    default int named() {
      return 1000 + area() + hidden() + helped("helped");
    }

    @Coroutine
    private int hidden() {
      return twice("hidden");
    }

    @Coroutine
    static int helped(String name) {
      return twice(name);
    }
  }

  static class Square implements Named {
    private final int side;

    Square(int side) {
      this.side = side;
    }

    @Coroutine
    @Override
    public int area() {
      return side + twice("area");
    }

    @Coroutine
    private int secret() {
      return side + twice("secret");
    }

    class Inner {
      @Coroutine
      int outerSecret() {
        return 1 + secret();
      }
    }
  }

  @Coroutine
  static Generator<String, Integer, Integer> callStatic() {
    return Coroutines.done(1 + twice("static"));
  }

  @Coroutine
  static Generator<String, Integer, Integer> callVirtual(Square square) {
    return Coroutines.done(1 + square.area());
  }

  @Coroutine
  static Generator<String, Integer, Integer> callInterface(Shape shape) {
    return Coroutines.done(1 + shape.area());
  }

  @Coroutine
  static Generator<String, Integer, Integer> callPrivateOfNestmate(Square square) {
    return Coroutines.done(1 + square.secret());
  }

  @Coroutine
  static Generator<String, Integer, Integer> callPrivateOfOuter(Square.Inner inner) {
    return Coroutines.done(1 + inner.outerSecret());
  }

  @Coroutine
  Generator<String, Integer, Integer> callOwnPrivate() {
    return Coroutines.done(1 + own(20));
  }

  @Coroutine
  private int own(int more) {
    return more + twice("own");
  }

  @Case({"CA-01", "CA-07"})
  @Test
  void static_virtual_interface_and_private_calls_suspend() {
    Square square = new Square(100);
    assertThat(answer(callStatic(), "static")).isEqualTo(35);
    assertThat(answer(callVirtual(square), "area")).isEqualTo(135);
    assertThat(answer(callInterface(square), "area")).isEqualTo(135);
    assertThat(answer(callPrivateOfNestmate(square), "secret")).isEqualTo(135);
    assertThat(answer(callPrivateOfOuter(square.new Inner()), "secret")).isEqualTo(136);
    assertThat(answer(callOwnPrivate(), "own")).isEqualTo(55);
  }

  @Coroutine
  static Generator<String, Integer, Integer> callDefault(Named named) {
    return Coroutines.done(named.named());
  }

  @Case("CA-06")
  @Test
  void default_private_and_static_interface_methods_suspend() {
    Generator<String, Integer, Integer> generator = callDefault(new Square(100));
    assertThat(generator.next()).isEqualTo("area?");
    assertThat(generator.send(1)).isEqualTo("area!");
    assertThat(generator.send(2)).isEqualTo("hidden?");
    assertThat(generator.send(3)).isEqualTo("hidden!");
    assertThat(generator.send(4)).isEqualTo("helped?");
    assertThat(generator.send(5)).isEqualTo("helped!");
    assertThat(Drive.toEnd(generator, 6)).isEqualTo(1000 + 100 + 21);
  }

  interface Left extends Shape {
    @Coroutine
    @Override
    default int area() {
      return 10 + twice("left");
    }
  }

  interface Right extends Shape {
    @Coroutine
    @Override
    default int area() {
      return 20 + twice("right");
    }
  }

  static class Diamond implements Left, Right {
    @Coroutine
    @Override
    public int area() {
      return Left.super.area() + Right.super.area();
    }
  }

  interface Both extends Left, Right {
    @Coroutine
    @Override
    default int area() {
      return Right.super.area() - Left.super.area();
    }
  }

  static class OfBoth implements Both {}

  @Case("CA-06")
  @Test
  void a_diamond_chooses_by_interface_super_calls() {
    Generator<String, Integer, Integer> sum = callInterface(new Diamond());
    assertThat(sum.next()).isEqualTo("left?");
    assertThat(sum.send(1)).isEqualTo("left!");
    assertThat(sum.send(2)).isEqualTo("right?");
    assertThat(sum.send(3)).isEqualTo("right!");
    assertThat(Drive.toEnd(sum, 4)).isEqualTo(1 + 30 + 10);
    Generator<String, Integer, Integer> difference = callInterface(new OfBoth());
    assertThat(difference.next()).isEqualTo("right?");
    assertThat(difference.send(100)).isEqualTo("right!");
    assertThat(difference.send(100)).isEqualTo("left?");
    assertThat(difference.send(1)).isEqualTo("left!");
    assertThat(Drive.toEnd(difference, 1)).isEqualTo(1 + 220 - 12);
  }

  static class Mute extends Square {
    Mute() {
      super(7);
    }
  }

  @Test
  void an_inherited_method_suspends_through_every_type() {
    assertThat(answer(callVirtual(new Mute()), "area")).isEqualTo(42);
    assertThat(answer(callInterface(new Mute()), "area")).isEqualTo(42);
    assertThat(answer(callPrivateOfNestmate(new Mute()), "secret")).isEqualTo(42);
  }
}
