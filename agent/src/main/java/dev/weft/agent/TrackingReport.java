package dev.weft.agent;

import dev.weft.agent.rewrite.model.RuntimeNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of an agent that is loaded into a running JVM with the option {@code report}: to
 * tell of the generators that are tracked there, and to leave all else as it is.
 *
 * @param file where to write it; empty for the standard error stream
 * @param locals whether local variables are wanted
 */
record TrackingReport(Optional<Path> file, boolean locals) {
  private static final String TRACKING = RuntimeNames.TRACKING.replace('/', '.');

  /** What is loaded where anything is tracked, by each class loader with a copy of the library. */
  private static final String TRACKED = RuntimeNames.TRACKED_GENERATOR.replace('/', '.');

  /** A colon may stand for the equals sign, since jcmd cuts off what follows that. */
  private static final Pattern OPTION =
      Pattern.compile("report(?<locals>\\.locals)?([=:](?<file>.+))?");

  private static final String NOTHING =
      "No generator is tracked: no class woven with the option track has made one.\n";

  /** Reads {@code report}, {@code report.locals}, or one of them with {@code :FILE}; or nothing. */
  static Optional<TrackingReport> asked(String option) {
    Matcher report = OPTION.matcher(option);
    return report.matches()
        ? Optional.of(
            new TrackingReport(
                Optional.ofNullable(report.group("file")).map(Path::of),
                report.group("locals") != null))
        : Optional.empty();
  }

  /**
   * Writes it.
   *
   * @param loaded the classes of this JVM
   * @throws UncheckedIOException if the file cannot be written
   */
  void write(Class<?>[] loaded) {
    String text = of(loaded, locals);
    if (file.isEmpty()) {
      System.err.print(text);
      return;
    }
    try {
      Files.writeString(file.get(), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Weft: cannot write the report to " + file.get(), e);
    }
  }

  /** The classes that can be asked: all of the JVM, or what the agent's own loader sees. */
  static Class<?>[] classes() {
    return CoroutineAgent.jvm()
        .map(Instrumentation::getAllLoadedClasses)
        .orElseGet(TrackingReport::visible);
  }

  private static Class<?>[] visible() {
    try {
      ClassLoader loader = TrackingReport.class.getClassLoader();
      return new Class<?>[] {Class.forName(TRACKED, false, loader)};
    } catch (ClassNotFoundException e) {
      return new Class<?>[0];
    }
  }

  /**
   * What all copies of the library tell.
   *
   * @param loaded the classes of this JVM
   * @param locals whether local variables are wanted
   */
  static String of(Class<?>[] loaded, boolean locals) {
    List<String> reports = new ArrayList<>();
    for (Class<?> type : loaded) {
      if (type.getName().equals(TRACKED)) {
        reports.add(ask(type.getClassLoader(), locals ? "dumpWithLocals" : "dump"));
      }
    }
    return reports.isEmpty() ? NOTHING : String.join("\n", reports);
  }

  private static String ask(ClassLoader library, String method) {
    try {
      return (String) Class.forName(TRACKING, true, library).getMethod(method).invoke(null);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Weft: tracking failed; please report this", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Weft: the weft-core of this program is of another release than the agent", e);
    }
  }
}
