package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Coroutines that a tracing agent instruments, and plain code beside them. */
public final class Traced {
  private Traced() {}

  /** Prints what generators yield, and where there is a span. */
  public static void main(String[] args) throws Exception {
    System.out.println("plain: " + plain());
    switch (args[0]) {
      case "untouched" -> untouched();
      case "annotated" -> annotated();
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println("at the end: " + span());
  }

  private static void untouched() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Generator<String, Void, Integer> all = all(2);
    System.out.println(all.next());
    System.out.println(pooled(pool, all));
    System.out.println(all.next());
    System.out.println(all.hasNext() + " " + all.result());
    pool.shutdown();
  }

  @WithSpan
  private static String plain() {
    return span();
  }

  /** Resumes a generator in a thread of a pool, to which the agent hands the span on. */
  @WithSpan
  private static String pooled(ExecutorService pool, Generator<String, Void, Integer> generator)
      throws Exception {
    return pool.submit(generator::next).get();
  }

  private static String span() {
    return Span.current().getSpanContext().isValid() ? "a span" : "no span";
  }

  @Coroutine
  private static Generator<String, Void, Integer> all(int limit) {
    int sum = Coroutines.yieldFrom(numbers(limit));
    Coroutines.yield("sum " + sum + ": " + span());
    return Coroutines.done(sum);
  }

  @Coroutine
  private static Generator<String, Void, Integer> numbers(int limit) {
    int sum = 0;
    for (int i = 1; i <= limit; i++) {
      sum += number(i);
    }
    return Coroutines.done(sum);
  }

  @Coroutine
  private static int number(int i) {
    Coroutines.yield(i + ": " + span());
    return i * 10;
  }

  // === With spans of their own ===

  private static void annotated() {
    Generator<String, Void, String> spans = spans();
    System.out.println("made: " + span());
    while (spans.hasNext()) {
      System.out.println(spans.next() + ", outside: " + span());
    }
    System.out.println(spans.result());
  }

  @Coroutine
  @WithSpan
  private static Generator<String, Void, String> spans() {
    Coroutines.yield("generator: " + span());
    String result = below();
    return Coroutines.done(result + ", " + span());
  }

  @Coroutine
  @WithSpan
  private static String below() {
    Coroutines.yield("subroutine: " + span());
    return "returned: " + span();
  }
}
