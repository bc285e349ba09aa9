package dev.weft.behaviour;

import dev.weft.Generator;
import dev.weft.GeneratorExit;
import dev.weft.StopIteration;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntPredicate;

/**
 * Runs a program of {@link Differential}, in the loader of the program, and tells what happened: a
 * line for each step, the number of steps, and how it ended.
 */
public final class ProgramRuns {
  private static long suspensions;

  private static final int SUSPENSIONS_PER_COLLECTION = 5;

  private final Method entry;
  private final Throwable injected;
  private Advance advance = Generator::next;

  private ProgramRuns(Class<?> type, String entry, String kind) throws NoSuchMethodException {
    this.entry = type.getDeclaredMethod(entry);
    this.entry.setAccessible(true);
    this.injected = kindOf(kind);
  }

  private static Throwable kindOf(String kind) {
    return switch (kind) {
      case "unchecked" -> new IllegalStateException(kind);
      case "checked" -> new IOException(kind);
      case "error" -> new AssertionError(kind);
      default -> new GeneratorExit();
    };
  }

  /** How often programs have been seen suspended. */
  public static long suspensions() {
    return suspensions;
  }

  /** Calls a program; an exception of that kind is thrown in step {@code at}, 0 for none. */
  public static List<String> plain(Class<?> type, String program, int at, String kind)
      throws Exception {
    ProgramRuns run = new ProgramRuns(type, program, kind);
    Trace.reset(step -> false, at, run.injected);
    return run.outcome(() -> run.entry.invoke(null));
  }

  /** Drives a program that suspends as the mode says, and throws by itself. */
  public static List<String> driven(Class<?> type, String program, String mode, int at, String kind)
      throws Exception {
    ProgramRuns run = new ProgramRuns(type, "open$" + program, kind);
    run.advance = advance(mode);
    Trace.reset(pauses(mode), at, run.injected);
    return run.outcome(() -> run.drive(0));
  }

  /** The same; the exception is raised while the program is suspended in that step. */
  public static List<String> raised(Class<?> type, String program, String mode, int at, String kind)
      throws Exception {
    ProgramRuns run = new ProgramRuns(type, "open$" + program, kind);
    IntPredicate pauses = pauses(mode);
    Trace.reset(step -> step == at || pauses.test(step), 0, run.injected);
    return run.outcome(() -> run.drive(at));
  }

  /** The same; the program is closed while suspended in that step, and must not suspend again. */
  public static List<String> closed(Class<?> type, String program, int at) throws Exception {
    ProgramRuns run = new ProgramRuns(type, "open$" + program, "exit");
    Trace.reset(step -> step == at, 0, run.injected);
    return run.outcome(run::close);
  }

  private static IntPredicate pauses(String mode) {
    return switch (mode) {
      case "never" -> step -> false;
      case "always", "threads", "garbage" -> step -> true;
      case "second" -> step -> step % 2 == 0;
      case "third" -> step -> step % 3 == 1;
      default -> step -> new Random(31L * step + mode.hashCode()).nextBoolean();
    };
  }

  /** How a generator is resumed. */
  private interface Advance {
    Object next(Generator<Object, Object, Object> generator) throws Throwable;
  }

  private static Advance advance(String mode) {
    return switch (mode) {
      case "threads" -> ProgramRuns::nextOnNewThread;
      case "garbage" -> ProgramRuns::nextAfterCollection;
      default -> Generator::next;
    };
  }

  private static Object nextOnNewThread(Generator<Object, Object, Object> generator)
      throws Throwable {
    FutureTask<Object> task = new FutureTask<>(generator::next);
    Thread thread = new Thread(task);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    } finally {
      thread.join();
    }
  }

  private static Object nextAfterCollection(Generator<Object, Object, Object> generator) {
    if (Trace.steps() % SUSPENSIONS_PER_COLLECTION == 1) {
      System.gc();
    }
    return generator.next();
  }

  private interface Ending {
    Object reach() throws Throwable;
  }

  private List<String> outcome(Ending ending) {
    String end;
    try {
      end = "*returned " + Trace.show(ending.reach());
    } catch (InvocationTargetException e) {
      end = describe(e.getCause());
    } catch (Throwable thrown) {
      end = describe(thrown);
    }
    List<String> outcome = new ArrayList<>(Trace.log());
    outcome.add("*steps " + Trace.steps());
    outcome.add(end);
    return outcome;
  }

  private String describe(Throwable thrown) {
    if (thrown instanceof GeneratorExit) {
      return thrown.getSuppressed().length == 0 ? "*exited" : describe(failureOf(thrown));
    }
    String same = thrown == injected ? " (injected)" : "";
    String suppressed = Arrays.toString(thrown.getSuppressed());
    return "*threw " + thrown + same + " caused by " + thrown.getCause() + suppressed;
  }

  /** As close() throws it: what resources threw is not lost with the exit it is suppressed in. */
  private static Throwable failureOf(Throwable exit) {
    Throwable[] failures = exit.getSuppressed();
    for (int i = 1; i < failures.length; i++) {
      failures[0].addSuppressed(failures[i]);
    }
    return failures[0];
  }

  @SuppressWarnings("unchecked")
  private Generator<Object, Object, Object> open() throws Exception {
    return (Generator<Object, Object, Object>) entry.invoke(null);
  }

  private Object drive(int raiseAt) throws Throwable {
    Generator<Object, Object, Object> generator = open();
    try {
      advance.next(generator);
      while (true) {
        suspensions++;
        if (Trace.steps() == raiseAt) {
          generator.raise(injected);
        } else {
          advance.next(generator);
        }
      }
    } catch (StopIteration end) {
      return end.value();
    }
  }

  private Object close() throws Exception {
    Generator<Object, Object, Object> generator = open();
    generator.next();
    suspensions++;
    generator.close();
    try {
      return generator.result();
    } catch (IllegalStateException notReturned) {
      throw new GeneratorExit();
    }
  }
}
