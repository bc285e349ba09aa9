package com.example.conversation;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;
import java.util.List;

/** Coroutines of every kind, in packages that no other module sees into. */
public final class Main {
  private Main() {}

  /** Prints what they give. */
  public static void main(String[] arguments) {
    Generator<Integer, Integer, String> talk = conversation(10);
    System.out.println(talk.next() + " " + talk.send(100) + " " + talk.state());
    System.out.println(talk.snapshot().frames().get(0).locals());
    System.out.println(talk.getClass().getModule());
    Generator<Object, Void, Integer> lambda = Generator.of(out -> out.yieldFrom(numbers(3)));
    lambda.forEachRemaining(System.out::print);
    System.out.println();
    Loud loud = new Loud();
    Generator<Object, Void, Void> both = Generator.each(out -> shout(loud));
    System.out.println(List.of(both.next(), both.next(), both.hasNext()));
  }

  @Coroutine
  private static Generator<Integer, Integer, String> conversation(int x) {
    int y = Coroutines.yield(x);
    int z = Coroutines.yield(x + y);
    return Coroutines.done("x=" + x + " y=" + y + " z=" + z);
  }

  @Coroutine
  private static Iterator<Integer> numbers(int end) {
    for (int i = 0; i < end; i++) {
      Coroutines.yield(i);
    }
    return Coroutines.end();
  }

  @Coroutine
  private static void shout(Voice voice) {
    voice.say("one");
    voice.say("two");
  }

  /** A subroutine in an interface. */
  interface Voice {
    /** Yields what is said. */
    @Coroutine
    void say(String words);
  }

  /** One that is overridden. */
  private static final class Loud implements Voice {
    @Override
    @Coroutine
    public void say(String words) {
      Coroutines.yield(words + "!");
    }
  }
}
