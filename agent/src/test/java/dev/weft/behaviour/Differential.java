package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs a coroutine in every form and every way of suspending, and expects of each what the plain,
 * unwoven method does.
 *
 * <p>A program is a {@code @Coroutine static Object name()} without parameters. What it does it
 * tells by calling {@link Trace#step}, each of which may suspend. {@link Form}s make generator
 * methods and subroutines of it, with deep and with direct yields; in each form exceptions of
 * several kinds arrive at every step, thrown there or raised from outside while it is suspended,
 * and it is closed at every step.
 */
final class Differential {
  private static final String RUNS = "dev.weft.behaviour.ProgramRuns";
  private static final List<String> MODES =
      List.of("never", "always", "second", "third", "random", "random again", "threads");
  private static final int MOST_FAILING_STEPS = 24;

  private final String type;
  private final Map<String, byte[]> classes;
  private final String program;

  private Differential(String type, Map<String, byte[]> classes, String program) {
    this.type = type;
    this.classes = classes;
    this.program = program;
  }

  /** The names of the programs that a class declares. */
  static Stream<String> programs(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Coroutine.class))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() == Object.class)
        .map(Method::getName)
        .sorted();
  }

  /** Checks a program that a test class declares. */
  static void check(Class<?> type, String program) {
    check(type.getName(), Map.of(type.getName(), classFile(type)), program);
  }

  /** Checks a program in one of several classes, of which there are no files. */
  static void check(String type, Map<String, byte[]> classes, String program) {
    new Differential(type, classes, program).check();
  }

  /**
   * Checks all programs of one of several classes in the ordinary forms, suspended at every step
   * and at some, without exceptions from outside.
   *
   * @return how many programs there were
   */
  static int checkAll(String type, Map<String, byte[]> classes) {
    Differential all = new Differential(type, classes, "all");
    List<String> programs = Form.programs(classes.get(type));
    Class<?> plain = load(new PlainLoader(classes));
    for (Form form : List.of(Form.SUBROUTINE, Form.YIELDING_GENERATOR)) {
      Class<?> runs = load(form.load(classes, program -> true));
      for (String program : programs) {
        List<String> expected = all.call(plain, "plain", program, 0, "");
        for (String mode :
            form.suspendsAlways() ? List.of("always") : List.of("always", "random")) {
          assertThat(all.call(runs, "driven", program, mode, 0, ""))
              .as("%s in %s, %s, %s", program, type, form, mode)
              .isEqualTo(expected);
        }
      }
    }
    return programs.size();
  }

  private static byte[] classFile(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() {
    Class<?> plain = load(new PlainLoader(classes));
    List<String> expected = call(plain, "plain", program, 0, "");
    int steps = steps(expected);
    assertThat(steps).as("steps of %s", program).isPositive();
    for (Form form : Form.values()) {
      Class<?> runs = load(form.load(classes, program::equals));
      for (String mode : form.suspendsAlways() ? List.of("always") : MODES) {
        assertThat(call(runs, "driven", program, mode, 0, ""))
            .as("%s, %s", form, mode)
            .isEqualTo(expected);
      }
      for (int step = 1; step <= Math.min(steps, MOST_FAILING_STEPS); step++) {
        checkFailing(plain, form, runs, step);
      }
    }
    checkCollecting(expected);
  }

  private void checkFailing(Class<?> plain, Form form, Class<?> runs, int step) {
    for (String kind : List.of("unchecked", "checked", "error", "exit")) {
      List<String> expected = call(plain, "plain", program, step, kind);
      for (String mode : form.suspendsAlways() ? List.of("always") : List.of("never", "always")) {
        assertThat(call(runs, "raised", program, mode, step, kind))
            .as("%s, %s raised at step %s, else suspending %s", form, kind, step, mode)
            .isEqualTo(expected);
        assertThat(call(runs, "driven", program, mode, step, kind))
            .as("%s, %s thrown in step %s, suspending %s", form, kind, step, mode)
            .isEqualTo(expected);
      }
    }
    if (!form.suspendsAlways()) {
      assertThat(call(runs, "closed", program, step))
          .as("%s, closed at step %s", form, step)
          .isEqualTo(call(plain, "plain", program, step, "exit"));
    }
  }

  /** Collecting garbage takes long, so that one form has to do. */
  private void checkCollecting(List<String> expected) {
    Class<?> runs = load(Form.GENERATOR.load(classes, program::equals));
    assertThat(call(runs, "driven", program, "garbage", 0, "")).isEqualTo(expected);
  }

  private static int steps(List<String> outcome) {
    String line = outcome.get(outcome.size() - 2);
    return Integer.parseInt(line.substring("*steps ".length()));
  }

  /** What runs programs, in the loader of this program. */
  private static Class<?> load(ClassLoader loader) {
    try {
      return Class.forName(RUNS, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private List<String> call(Class<?> runs, String name, Object... arguments) {
    try {
      List<Object> all = new ArrayList<>(Arrays.asList(arguments));
      all.add(0, Class.forName(type, true, runs.getClassLoader()));
      Method method =
          Arrays.stream(runs.getMethods()).filter(m -> m.getName().equals(name)).findFirst().get();
      return (List<String>) method.invoke(null, all.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + Arrays.toString(arguments), e);
    }
  }
}
