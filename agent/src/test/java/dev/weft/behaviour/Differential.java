package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.weaving.CaseNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

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
public final class Differential {
  /** The ways of suspending in the forms that may do so or not. */
  public static final List<String> MODES =
      List.of("never", "always", "second", "third", "random", "random again");

  /** What may arrive at a step. */
  public static final List<String> KINDS = List.of("unchecked", "checked", "error", "exit");

  private static final int MOST_FAILING_STEPS = 24;

  private final String type;
  private final Map<String, byte[]> classes;
  private final String program;

  private Differential(String type, Map<String, byte[]> classes, String program) {
    this.type = type;
    this.classes = classes;
    this.program = program;
  }

  /** The names of the programs that a class declares, shown with the cases in front. */
  static Stream<Named<String>> programs(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Coroutine.class))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType() == Object.class)
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> Named.of(CaseNames.named(method.getName(), method), method.getName()));
  }

  /** Checks a program that a test class declares. */
  static void check(Class<?> type, String program) {
    check(type.getName(), Map.of(type.getName(), classFile(type)), program);
  }

  /** Checks a program in one of several classes, of which there are no files. */
  public static void check(String type, Map<String, byte[]> classes, String program) {
    new Differential(type, classes, program).check();
  }

  /**
   * Checks all programs of one of several classes in two forms, suspended at every step and at
   * some, without exceptions from outside.
   *
   * @return how many programs there were
   */
  static int checkAll(String type, Map<String, byte[]> classes) {
    List<String> programs = Form.programs(classes.get(type));
    ClassLoader plain = new PlainLoader(classes);
    for (Form form : List.of(Form.SUBROUTINE, Form.YIELDING_GENERATOR)) {
      ClassLoader woven = form.load(classes);
      for (String program : programs) {
        List<String> expected = new Runs(plain, type, program).plain(0, "");
        Runs runs = new Runs(woven, type, program);
        for (String mode :
            form.suspendsAlways() ? List.of("always") : List.of("always", "random")) {
          assertThat(runs.driven(mode, 0, ""))
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
    Runs plain = new Runs(new PlainLoader(classes), type, program);
    List<String> expected = plain.plain(0, "");
    int steps = Runs.steps(expected);
    assertThat(steps).as("steps of %s", program).isPositive();
    for (Form form : Form.values()) {
      Runs runs = new Runs(form.load(classes, program), type, program);
      for (String mode : form.suspendsAlways() ? List.of("always") : MODES) {
        assertThat(runs.driven(mode, 0, "")).as("%s, %s", form, mode).isEqualTo(expected);
      }
      for (int step = 1; step <= Math.min(steps, MOST_FAILING_STEPS); step++) {
        checkFailing(plain, form, runs, step);
      }
    }
    checkElsewhere(expected);
  }

  /** On a thread per resume, and with collections; these take long, so that one form has to do. */
  private void checkElsewhere(List<String> expected) {
    Runs runs = new Runs(Form.GENERATOR.load(classes, program), type, program);
    for (String mode : List.of("threads", "garbage")) {
      assertThat(runs.driven(mode, 0, "")).as(mode).isEqualTo(expected);
    }
  }

  private void checkFailing(Runs plain, Form form, Runs runs, int step) {
    for (String kind : KINDS) {
      List<String> expected = plain.plain(step, kind);
      for (String mode : form.suspendsAlways() ? List.of("always") : List.of("never", "always")) {
        assertThat(runs.raised(mode, step, kind))
            .as("%s, %s raised at step %s, else suspending %s", form, kind, step, mode)
            .isEqualTo(expected);
        assertThat(runs.driven(mode, step, kind))
            .as("%s, %s thrown in step %s, suspending %s", form, kind, step, mode)
            .isEqualTo(expected);
      }
    }
    if (!form.suspendsAlways()) {
      assertThat(runs.closed(step))
          .as("%s, closed at step %s", form, step)
          .isEqualTo(plain.plain(step, "exit"));
    }
  }
}
