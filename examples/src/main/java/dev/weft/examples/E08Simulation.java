package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * A process of a simulation is a coroutine that yields how long it waits; a clock resumes whichever
 * is due next.
 *
 * <p>Prints what happens to the customers of a shop with one till, minute by minute, and how long
 * they waited.
 */
public final class E08Simulation {
  private static final List<Customer> CUSTOMERS =
      List.of(
          new Customer("Ann", 0, 5),
          new Customer("Bob", 2, 4),
          new Customer("Cid", 1, 3),
          new Customer("Dora", 7, 2),
          new Customer("Eve", 5, 1));

  private final Clock clock = new Clock();
  private final IntSummaryStatistics waits = new IntSummaryStatistics();
  private int tillFreeAt;

  private E08Simulation() {}

  /** Simulates one morning. */
  public static void main(String[] args) {
    E08Simulation shop = new E08Simulation();
    shop.clock.start(shop.arrivals());
    shop.clock.run();
    shop.summarise();
  }

  /** A customer who comes so many minutes after the one before and keeps the till busy. */
  record Customer(String name, int minutesAfterLast, int minutesAtTill) {}

  /** The process that brings the customers in: processes may start others. */
  @Coroutine
  Generator<Integer, Void, Void> arrivals() {
    for (Customer customer : CUSTOMERS) {
      Coroutines.yield(customer.minutesAfterLast());
      clock.start(visit(customer));
    }
    return Coroutines.done();
  }

  /** The process of one customer, from door to door. */
  @Coroutine
  Generator<Integer, Void, Void> visit(Customer customer) {
    clock.print(customer.name() + " arrives");
    int arrived = clock.now;
    while (clock.now < tillFreeAt) {
      Coroutines.yield(tillFreeAt - clock.now);
    }
    tillFreeAt = clock.now + customer.minutesAtTill();
    int wait = clock.now - arrived;
    waits.accept(wait);
    clock.print(customer.name() + " is served after " + wait + " minutes");
    Coroutines.yield(customer.minutesAtTill());
    clock.print(customer.name() + " leaves");
    return Coroutines.done();
  }

  private void summarise() {
    System.out.printf(
        Locale.ROOT,
        "%d customers, waited %.1f minutes on average, %d at most%n",
        waits.getCount(),
        waits.getAverage(),
        waits.getMax());
  }

  /** Resumes every process when the time it asked for has passed. */
  private static final class Clock {
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingInt(Event::time).thenComparingInt(Event::order));
    private int now;
    private int scheduled;

    void start(Generator<Integer, Void, Void> process) {
      schedule(0, process);
    }

    void run() {
      while (!events.isEmpty()) {
        Event event = events.remove();
        now = event.time();
        if (event.process().hasNext()) {
          schedule(event.process().next(), event.process());
        }
      }
    }

    void print(String text) {
      System.out.printf(Locale.ROOT, "%2d %s%n", now, text);
    }

    private void schedule(int minutes, Generator<Integer, Void, Void> process) {
      events.add(new Event(now + minutes, scheduled++, process));
    }
  }

  /** Of the events due at one time the one scheduled first comes first. */
  private record Event(int time, int order, Generator<Integer, Void, Void> process) {}
}
