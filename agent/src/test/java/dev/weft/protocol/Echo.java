package dev.weft.protocol;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;
import dev.weft.weaving.Programs;
import java.util.List;

/**
 * One body in every form that a coroutine has: it yields "ready", then whatever it is sent; ends
 * when sent "end"; fails when sent an exception; and catches what is raised, if it is an Exception.
 */
final class Echo {
  static final String METHOD = Programs.METHOD;
  static final String LAMBDA = Programs.LAMBDA;
  static final String DEEP = Programs.DEEP;
  static final String DELEGATED = Programs.DELEGATED;

  private Echo() {}

  static Generator<Object, Object, String> in(String form, List<String> log) {
    return switch (form) {
      case METHOD -> method(log);
      case LAMBDA -> Generator.of(out -> lambda(out, log));
      case DEEP -> deep(log);
      case DELEGATED -> delegating(log);
      default -> throw new IllegalArgumentException(form);
    };
  }

  @Coroutine
  static Generator<Object, Object, String> method(List<String> log) {
    log.add("start");
    Object item = "ready";
    try {
      while (true) {
        try {
          item = Coroutines.yield(item);
          log.add("sent " + item);
          if ("end".equals(item)) {
            return Coroutines.done("result");
          }
          failIf(item);
        } catch (Exception e) {
          rethrowIfSent(item, e);
          item = "caught " + e.getMessage();
        }
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private static String lambda(Yielder<Object, Object> out, List<String> log) throws Exception {
    log.add("start");
    Object item = "ready";
    try {
      while (true) {
        try {
          item = out.yield(item);
          log.add("sent " + item);
          if ("end".equals(item)) {
            return "result";
          }
          failIf(item);
        } catch (Exception e) {
          rethrowIfSent(item, e);
          item = "caught " + e.getMessage();
        }
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private static Generator<Object, Object, String> deep(List<String> log) {
    log.add("start");
    Object item = "ready";
    try {
      while (true) {
        try {
          item = yieldBelow(item, 3);
          log.add("sent " + item);
          if ("end".equals(item)) {
            return Coroutines.done("result");
          }
          failIf(item);
        } catch (Exception e) {
          rethrowIfSent(item, e);
          item = "caught " + e.getMessage();
        }
      }
    } finally {
      log.add("finally");
    }
  }

  @Coroutine
  private static Object yieldBelow(Object item, int depth) {
    return depth == 0 ? Coroutines.yield(item) : yieldBelow(item, depth - 1);
  }

  @Coroutine
  private static Generator<Object, Object, String> delegating(List<String> log) {
    String result = Coroutines.yieldFrom(method(log));
    return Coroutines.done(result);
  }

  private static void failIf(Object item) {
    if (item instanceof Throwable failure) {
      throw Sneaky.sneak(failure);
    }
  }

  private static void rethrowIfSent(Object item, Exception thrown) {
    if (item == thrown) {
      throw Sneaky.sneak(thrown);
    }
  }
}
