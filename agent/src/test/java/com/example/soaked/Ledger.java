package com.example.soaked;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/** A program that knows nothing of Weft; it uses what programs use, and prints what it computes. */
public final class Ledger {
  private final Map<String, List<Entry>> entries = new TreeMap<>(Ledger::byLength);
  private int booked;

  private Ledger() {}

  private static int byLength(String one, String other) {
    int byLength = Integer.compare(length(one), length(other));
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  private static int length(String text) {
    return text.length();
  }

  record Entry(String account, long cents, double rate) implements Priced {
    @Override
    public double price() {
      return cents * rate;
    }
  }

  interface Priced {
    double price();

    default String shown() {
      return getClass().getSimpleName() + " " + Math.round(price());
    }
  }

  enum Operation {
    ADD {
      @Override
      int apply(int one, int other) {
        return one + other;
      }
    },
    MULTIPLY {
      @Override
      int apply(int one, int other) {
        return one * other;
      }
    };

    abstract int apply(int one, int other);
  }

  synchronized void book(String account, long cents, double rate) {
    notifyAll(); // throws unless the lock is held
    entries.computeIfAbsent(account, a -> new ArrayList<>()).add(entry(account, cents, rate));
    booked++;
  }

  private static Entry entry(String account, long cents, double rate) {
    return new Entry(named(account), cents, checked(rate));
  }

  private static String named(String account) {
    return account.strip();
  }

  private static double checked(double rate) {
    if (rate < 0) {
      throw new IllegalArgumentException("a negative rate: " + rate);
    }
    return rate;
  }

  Iterator<String> lines() {
    return stream().map(Priced::shown).iterator();
  }

  private Stream<Entry> stream() {
    return entries.values().stream().flatMap(List::stream);
  }

  private String guarded(double rate) {
    synchronized (entries) {
      try {
        return "checked " + checked(rate);
      } catch (IllegalArgumentException e) {
        return "refused, " + e.getMessage();
      } finally {
        booked += length("x");
      }
    }
  }

  private static long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  private static int folded(IntBinaryOperator operator, int... values) {
    int result = 1;
    for (int value : values) {
      result = operator.applyAsInt(result, value);
    }
    return result;
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    Ledger ledger = new Ledger();
    ledger.book("rent ", 80_000, 1.0);
    ledger.book("food", 12_050, 1.5);
    ledger.book("food", 3, 0.5);
    ledger.lines().forEachRemaining(System.out::println);
    System.out.println(ledger.guarded(0.25) + "; " + ledger.guarded(-1));
    System.out.println(ledger.booked + " " + fibonacci(15));
    for (Operation operation : Operation.values()) {
      System.out.println(operation + " " + folded(operation::apply, 2, 3, 4));
    }
    Priced free = () -> 0;
    System.out.println(free.price());
  }
}
