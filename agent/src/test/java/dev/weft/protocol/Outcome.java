package dev.weft.protocol;

import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What came of driving a generator: a value yielded, its end with the result, or what it threw. */
final class Outcome {
  private Outcome() {}

  /** How the end is told. */
  static String end(Object result) {
    return "ended with " + result;
  }

  /** What comes of one call. */
  static Object of(Callable<?> call) {
    try {
      return call.call();
    } catch (StopIteration stop) {
      return end(stop.value());
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  /** What comes of that many calls of next. */
  static List<Object> ofNext(Generator<?, ?, ?> generator, int times) {
    List<Object> outcomes = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      outcomes.add(of(generator::next));
    }
    return outcomes;
  }

  /** What comes of close. */
  static Object ofClose(Generator<?, ?, ?> generator) {
    return of(() -> {
      generator.close();
      return "closed";
    });
  }
}
