package dev.weft.differential;

import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.State;
import dev.weft.StopIteration;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;

/**
 * What the generators of one run have in common; {@code world.py} is the same in Python. Everything
 * done is logged, with the states of all generators.
 */
final class World {
  private final List<Generator<Object, Object, Object>> made = new ArrayList<>();
  private final Iterator<Object> items = Arrays.<Object>asList(901, null, 902, 903).iterator();
  private final IdentityHashMap<Throwable, Integer> seen = new IdentityHashMap<>();
  private final StringBuilder events = new StringBuilder();

  /** A checked exception. */
  static class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A special one. */
  static final class Slip extends Mistake {
    private static final long serialVersionUID = 1L;

    Slip(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Like a BaseException that is no Exception. */
  static final class Alarm extends Error {
    private static final long serialVersionUID = 1L;

    Alarm(String message, Throwable cause) {
      super(message, cause);
    }
  }

  // === Scripts ===

  /** Drives the generators of a program as a script says; what happened, in lines. */
  static String run(Class<?> program, List<String> script) throws ReflectiveOperationException {
    World world = new World();
    Method root = program.getDeclaredMethod("g0", World.class);
    root.setAccessible(true);
    world.made(generator(root.invoke(null, world)));
    for (String line : script) {
      world.events.append("> ").append(line).append('\n');
      int space = line.indexOf(' ');
      try {
        int number = Integer.parseInt(line.substring(0, space));
        world.drive(line.substring(space + 1), world.shared(number));
      } catch (Throwable thrown) {
        // logged
      }
    }
    return world.events.toString();
  }

  @SuppressWarnings("unchecked")
  private static Generator<Object, Object, Object> generator(Object made) {
    return (Generator<Object, Object, Object>) made;
  }

  /** Does one operation, and logs what came of it. */
  Object drive(String operation, Generator<Object, Object, Object> generator) {
    try {
      Object value = apply(operation, generator);
      event(operation + " -> " + value);
      return value;
    } catch (Throwable thrown) {
      event(operation + " throws " + described(thrown));
      throw thrown;
    }
  }

  private static Object apply(String operation, Generator<Object, Object, Object> generator) {
    String[] words = operation.split(" ");
    return switch (words[0]) {
      case "next" -> generator.next();
      case "send" -> generator.send(words[1].equals("null") ? null : Integer.valueOf(words[1]));
      case "raise" -> generator.raise(failure(words[1]));
      case "close" -> closed(generator);
      default -> result(generator);
    };
  }

  private static Object closed(Generator<Object, Object, Object> generator) {
    generator.close();
    return null;
  }

  private static Throwable failure(String name) {
    return switch (name) {
      case "Mistake" -> new Mistake("raised", null);
      case "Slip" -> new Slip("raised", null);
      case "Alarm" -> new Alarm("raised", null);
      case "StopIteration" -> new StopIteration();
      case "GeneratorExit" -> new GeneratorExit();
      default -> new Exception("raised", null);
    };
  }

  private static Object result(Generator<Object, Object, Object> generator) {
    try {
      return generator.result();
    } catch (IllegalStateException none) {
      return generator.state() == State.CLOSED ? "no result" : "no result yet";
    }
  }

  // === What the programs call ===

  /** Makes javac accept any handler. */
  static void mayThrow() throws Exception {}

  Generator<Object, Object, Object> made(Generator<Object, Object, Object> generator) {
    made.add(generator);
    return generator;
  }

  Generator<Object, Object, Object> shared(int number) {
    return made.get(number % made.size());
  }

  Generator<Object, Object, Object> foreign(Generator<Object, Object, Object> generator) {
    return new Foreign(this, generator);
  }

  Iterator<Object> iterator(int first) {
    return Arrays.<Object>asList(first, null).iterator();
  }

  Iterator<Object> items() {
    return items;
  }

  void log(int step, Object value) {
    event(step + ": " + value);
  }

  void caught(Throwable thrown) {
    event("caught " + described(thrown));
  }

  // === Events ===

  private void event(String what) {
    events.append(what).append(" [");
    for (Generator<?, ?, ?> generator : made) {
      events.append(letter(generator.state()));
    }
    events.append("]\n");
  }

  private static char letter(State state) {
    return switch (state) {
      case CREATED -> 'N';
      case RUNNING -> 'R';
      case SUSPENDED -> 'S';
      case CLOSED -> 'X';
    };
  }

  /** Each exception has a number: what is thrown again is the same one. */
  private String described(Throwable thrown) {
    int number = seen.computeIfAbsent(thrown, t -> seen.size() + 1);
    String cause = thrown.getCause() == null ? "" : " from " + described(thrown.getCause());
    return kind(thrown) + "#" + number + cause;
  }

  private static String kind(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    if (thrown instanceof StopIteration stop) {
      return name + "(" + stop.value() + ")";
    }
    if (thrown instanceof IllegalStateException) {
      return "Refusal(" + thrown.getMessage() + ")";
    }
    if (thrown instanceof GeneratorExit || thrown instanceof UnsupportedOperationException) {
      return name;
    }
    return name + "(" + thrown.getMessage() + ")";
  }
}
