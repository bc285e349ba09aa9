package dev.weft.protocol;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.Snapshot;
import dev.weft.StopIteration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The generators of a script that delegate to each other, each in one of the forms that there are;
 * the twin of the class of this name in {@code delegation/scripts.py}, which explains the notation.
 */
final class Cast {
  static final List<String> FORMS = List.of("method", "lambda", "deep", "by hand");

  private final List<String> log = new ArrayList<>();
  private final IdentityHashMap<Throwable, String> raised = new IdentityHashMap<>();
  private final Map<String, Generator<Object, Object, Object>> generators = new LinkedHashMap<>();

  static final class Panic extends Error {
    private static final long serialVersionUID = 1L;
  }

  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Makes the generators.
   *
   * @param header who there is
   * @param forms the forms for one generator after the other, again and again
   */
  Cast(String header, List<String> forms) {
    int count = 0;
    for (String part : header.split(" ")) {
      String name = part.substring(0, 1);
      String form = forms.get(count++ % forms.size());
      generators.put(
          name,
          part.contains("=")
              ? source(form, name, part.substring(2))
              : delegator(form, name, part.substring(part.length() - 1), part.contains("*")));
    }
  }

  // === Those that yield themselves ===

  private Generator<Object, Object, Object> source(String form, String name, String answer) {
    return switch (form) {
      case "method" -> sourceMethod(name, answer);
      case "lambda" -> sourceLambda(name, answer);
      case "deep" -> Generator.of(out -> sourceBelow(name, answer));
      default -> new HandWritten(sourceMethod(name, answer));
    };
  }

  @Coroutine
  private Generator<Object, Object, Object> sourceMethod(String name, String answer) {
    String result = name + " ended";
    try {
      for (int item = 1; item <= 3; item++) {
        try {
          react(name, Coroutines.yield(item));
          result = name + " ended";
        } catch (Throwable t) {
          result = t instanceof GeneratorExit ? null : name + " returned";
          if (answered(name, answer, t)) {
            break;
          }
        }
      }
      return Coroutines.done(result);
    } finally {
      log.add(name + " finally");
    }
  }

  private Generator<Object, Object, Object> sourceLambda(String name, String answer) {
    return Generator.of(out -> {
      String result = name + " ended";
      try {
        for (int item = 1; item <= 3; item++) {
          try {
            react(name, out.yield(item));
            result = name + " ended";
          } catch (Throwable t) {
            result = t instanceof GeneratorExit ? null : name + " returned";
            if (answered(name, answer, t)) {
              break;
            }
          }
        }
        return result;
      } finally {
        log.add(name + " finally");
      }
    });
  }

  @Coroutine
  private Object sourceBelow(String name, String answer) {
    String result = name + " ended";
    try {
      for (int item = 1; item <= 3; item++) {
        try {
          react(name, yieldBelow(item, 2));
          result = name + " ended";
        } catch (Throwable t) {
          result = t instanceof GeneratorExit ? null : name + " returned";
          if (answered(name, answer, t)) {
            break;
          }
        }
      }
      return result;
    } finally {
      log.add(name + " finally");
    }
  }

  @Coroutine
  private Object yieldBelow(Object item, int depth) {
    return depth == 0 ? Coroutines.yield(item) : yieldBelow(item, depth - 1);
  }

  /** Answers what was raised; returns whether to return. */
  @Coroutine
  private boolean answered(String name, String answer, Throwable t) {
    log.add(name + " saw " + describe(t));
    switch (answer) {
      case "return" -> {
        return true;
      }
      case "yield" -> react(name, Coroutines.yield(name + " answered"));
      case "go_on" -> {}
      case "fail" -> throw new UnsupportedOperationException("instead", t);
      case "stop" -> throw new StopIteration("escaped");
      case "exit" -> throw new GeneratorExit();
      default -> throw Sneaky.sneak(t);
    }
    return false;
  }

  // === Those that delegate ===

  private Generator<Object, Object, Object> delegator(
      String form, String name, String target, boolean swallows) {
    return switch (form) {
      case "method" -> delegatorMethod(name, target, swallows);
      case "lambda" -> delegatorLambda(name, target, swallows);
      case "deep" -> delegatorDeep(name, target, swallows);
      default -> new HandWritten(delegatorMethod(name, target, swallows));
    };
  }

  @Coroutine
  private Generator<Object, Object, Object> delegatorMethod(
      String name, String target, boolean swallows) {
    try {
      log.add(name + " result " + Coroutines.yieldFrom(generators.get(target)));
    } catch (Throwable t) {
      swallow(name, t, swallows);
    } finally {
      log.add(name + " finally");
    }
    react(name, Coroutines.yield(name + " after"));
    return Coroutines.done(name + " ended");
  }

  private Generator<Object, Object, Object> delegatorLambda(
      String name, String target, boolean swallows) {
    return Generator.of(out -> {
      try {
        log.add(name + " result " + out.yieldFrom(generators.get(target)));
      } catch (Throwable t) {
        swallow(name, t, swallows);
      } finally {
        log.add(name + " finally");
      }
      react(name, out.yield(name + " after"));
      return name + " ended";
    });
  }

  @Coroutine
  private Generator<Object, Object, Object> delegatorDeep(
      String name, String target, boolean swallows) {
    delegateBelow(name, target, swallows, 2);
    react(name, Coroutines.yield(name + " after"));
    return Coroutines.done(name + " ended");
  }

  @Coroutine
  private void delegateBelow(String name, String target, boolean swallows, int depth) {
    if (depth > 0) {
      delegateBelow(name, target, swallows, depth - 1);
      return;
    }
    try {
      log.add(name + " result " + Coroutines.yieldFrom(generators.get(target)));
    } catch (Throwable t) {
      swallow(name, t, swallows);
    } finally {
      log.add(name + " finally");
    }
  }

  private void swallow(String name, Throwable t, boolean swallows) {
    log.add(name + " saw " + describe(t));
    if (!swallows) {
      throw Sneaky.sneak(t);
    }
  }

  // === The calls ===

  /** Does what a text that was sent says, from inside the body that got it. */
  private void react(String name, Object sent) {
    log.add(name + " got " + sent);
    if ("look.".equals(sent)) {
      log.add(name + " sees " + standing());
    } else if (sent instanceof String call && call.contains(".")) {
      log.add(name + " made " + call);
      log.add(call + " " + perform(call));
    }
  }

  private String perform(String call) {
    try {
      return outcome(generators.get(call.substring(0, 1)), call.substring(2));
    } catch (StopIteration stop) {
      return raised.containsKey(stop) ? "throws " + describe(stop) : "ends with " + stop.value();
    } catch (Throwable t) {
      return "throws " + describe(t);
    }
  }

  private String outcome(Generator<Object, Object, Object> generator, String call) {
    int space = call.indexOf(' ');
    String argument = call.substring(space + 1);
    return switch (space < 0 ? call : call.substring(0, space)) {
      case "next" -> "gives " + generator.next();
      case "send" -> "gives " + generator.send(argument);
      case "raise" -> "gives " + generator.raise(exception(argument));
      default -> {
        generator.close();
        yield "done";
      }
    };
  }

  private Throwable exception(String kind) {
    Throwable exception =
        switch (kind) {
          case "Exit" -> new GeneratorExit();
          case "Stop" -> new StopIteration("given");
          case "Panic" -> new Panic();
          default -> new Fault();
        };
    raised.put(exception, kind + "#" + (raised.size() + 1));
    return exception;
  }

  private String describe(Throwable t) {
    if (raised.containsKey(t)) {
      return raised.get(t);
    }
    boolean signal = t instanceof StopIteration || t instanceof GeneratorExit;
    String text = t.getClass().getSimpleName() + (signal ? "" : "(" + t.getMessage() + ")");
    return t.getCause() == null ? text : text + " from " + describe(t.getCause());
  }

  /** The states of all, and what they delegate to. */
  private String standing() {
    return generators.entrySet().stream()
        .map(entry -> entry.getKey() + " " + place(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String place(Generator<Object, Object, Object> generator) {
    Snapshot snapshot = generator.snapshot();
    StringBuilder text = new StringBuilder().append(generator.state());
    generators.forEach((name, target) -> {
      if (snapshot.delegate() == target) {
        text.append('>').append(name);
      }
    });
    return text.toString();
  }

  /** Makes a call; the line that the script should have for it. */
  String line(String call) {
    log.clear();
    String outcome = perform(call);
    return call + ": " + outcome + " | " + String.join("; ", log) + " | " + standing();
  }
}
