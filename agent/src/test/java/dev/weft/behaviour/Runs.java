package dev.weft.behaviour;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The runs of one program, by the {@link ProgramRuns} of the loader that the program is in. */
public final class Runs {
  private static final String STEPS = "*steps ";

  private final Class<?> runs;
  private final Class<?> type;
  private final String program;

  /** Loads the program of that name in that class. */
  public Runs(ClassLoader loader, String type, String program) {
    try {
      this.runs = Class.forName("dev.weft.behaviour.ProgramRuns", true, loader);
      this.type = Class.forName(type, true, loader);
      this.program = program;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of steps in what a run told. */
  public static int steps(List<String> outcome) {
    return Integer.parseInt(outcome.get(outcome.size() - 2).substring(STEPS.length()));
  }

  /** How often programs of this loader have been seen suspended. */
  public long suspensions() {
    return (long) invoke("suspensions");
  }

  /** Calls the program; an exception of that kind is thrown in step {@code at}, 0 for none. */
  public List<String> plain(int at, String kind) {
    return call("plain", at, kind);
  }

  /** Drives the program, which suspends as the mode says. */
  public List<String> driven(String mode, int at, String kind) {
    return call("driven", mode, at, kind);
  }

  /** The same; the exception is raised from outside. */
  public List<String> raised(String mode, int at, String kind) {
    return call("raised", mode, at, kind);
  }

  /** Closes the program in that step. */
  public List<String> closed(int at) {
    return call("closed", at);
  }

  @SuppressWarnings("unchecked")
  private List<String> call(String name, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(type, program));
    all.addAll(Arrays.asList(arguments));
    return (List<String>) invoke(name, all.toArray());
  }

  private Object invoke(String name, Object... arguments) {
    try {
      Method method =
          Arrays.stream(runs.getMethods()).filter(m -> m.getName().equals(name)).findFirst().get();
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(name + Arrays.toString(arguments), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
