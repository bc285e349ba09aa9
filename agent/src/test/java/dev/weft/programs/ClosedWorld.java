package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A program that has to do without classes made at run time. */
public final class ClosedWorld {
  /** What the program prints. */
  public static final String EXPECTED = "hello,quiet,quiet,loud,LOUDER,1,2,3,30,12,{value=12},-12";

  private ClosedWorld() {}

  /** A coroutine interface. */
  @FunctionalInterface
  interface Step {
    @Coroutine
    int of(int value);
  }

  /** What is inherited. */
  interface Greeter {
    @Coroutine
    default void greet() {
      Coroutines.yield("hello");
    }
  }

  /** What is overridden. */
  static class Speaker implements Greeter {
    @Coroutine
    void speak() {
      Coroutines.yield("quiet");
    }
  }

  static final class Same extends Speaker {}

  static class Loud extends Speaker {
    @Override
    @Coroutine
    void speak() {
      Coroutines.yield("loud");
    }
  }

  static final class Louder extends Loud {
    @Override
    void speak() {
      SAID.add("LOUDER");
    }
  }

  private static final List<Object> SAID = new ArrayList<>();

  /** Prints what {@link #EXPECTED} has. */
  public static void main(String[] args) {
    List<Speaker> speakers = List.of(new Speaker(), new Same(), new Loud(), new Louder());
    for (Object said : all(speakers)) {
      SAID.add(said);
    }
    Generator<Integer, Integer, Void> steps = Generator.each(out -> out.yield(out.yield(3) * 10));
    SAID.add(steps.next());
    SAID.add(steps.send(3));
    Generator<Object, Void, Void> open = open(12);
    SAID.add(open.next());
    SAID.add(open.snapshot().frames().get(0).locals());
    open.close();
    StringJoiner joined = new StringJoiner(",");
    for (Object said : SAID) {
      joined.add(said.toString());
    }
    System.out.println(joined);
  }

  @Coroutine
  private static Generator<Object, Void, Void> open(int value) {
    try {
      Coroutines.yield(value);
    } finally {
      SAID.add(-value);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Void, Void> all(List<Speaker> speakers) {
    speakers.get(0).greet();
    for (Speaker speaker : speakers) {
      speaker.speak();
    }
    Coroutines.yieldFrom(numbers(value -> value + 1));
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Void, Void> numbers(Step step) {
    Coroutines.yield(step.of(0));
    Coroutines.yield(step.of(1));
    return Coroutines.done();
  }
}
