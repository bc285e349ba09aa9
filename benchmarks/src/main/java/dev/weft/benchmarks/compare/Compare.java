package dev.weft.benchmarks.compare;

import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.launch.OwnPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Main of the comparison: measures every contestant this JDK can run, prints tables, and writes a
 * chart, a page and the figures to {@code benchmarks/target} or where {@code -Dweft.compare.output}
 * says.
 */
public final class Compare {
  private static final String OUTPUT_PROPERTY = "weft.compare.output";
  private static final String NAME = "context-switch";

  private Compare() {}

  public static void main(String[] arguments) throws Exception {
    try {
      Launch.jvmArguments();
      introduce();
      Report report = measure(Contestant.runnable(Launch.hasVirtualThreads()));
      print(report);
      write(report);
    } catch (RunnerException | IOException | OwnPlace.MissingAgentException e) {
      System.err.println(explain(e));
      System.exit(1);
    }
  }

  private static void introduce() throws ReflectiveOperationException {
    // From JDK 24 on the JVM warns of what JMH does here: better now than amid the results.
    Class.forName(BenchmarkParams.class.getName());
    System.out.println("What a switch costs: " + Report.UNIT + ".");
    System.out.println(Setting.here().describe() + ". It takes about four minutes.");
    Launch.omission().ifPresent(System.out::println);
    if (Peer.all().isEmpty()) {
      System.out.println(Notes.WITHOUT_PEERS);
    }
    System.out.println();
  }

  private static Report measure(List<Contestant> contestants)
      throws RunnerException, IOException, InterruptedException {
    List<Result> results = new ArrayList<>();
    Map<Subject, Footprint> footprints = new HashMap<>();
    for (Contestant contestant : contestants) {
      System.out.printf(
          "[%2d/%d] %-44s", results.size() + 1, contestants.size(), contestant.fullLabel());
      System.out.flush();
      Timing timing = SwitchTimer.time(contestant, 1);
      System.out.printf("%10s ns", Figures.rounded(timing.median()));
      System.out.flush();
      Subject subject = contestant.subject();
      if (!footprints.containsKey(subject)) {
        footprints.put(subject, HeapMeter.measure(subject));
      }
      Footprint footprint = footprints.get(subject);
      System.out.printf("%10s bytes%n", Figures.bytes(footprint.heapBytes()));
      results.add(new Result(contestant, timing, footprint));
    }
    return new Report(Setting.here(), results, spinning());
  }

  private static Optional<Timing> spinning() throws RunnerException {
    return Setting.here().cores() > 1
        ? Optional.of(SwitchTimer.time(Contestant.spinning(), 2))
        : Optional.empty();
  }

  private static void print(Report report) {
    System.out.println("\n" + Tables.measured(report).text());
    System.out.println(Tables.ratios(report).text());
    Notes.of(report).forEach(System.out::println);
  }

  private static void write(Report report) throws IOException {
    String named = System.getProperty(OUTPUT_PROPERTY);
    Path directory =
        named == null ? OwnPlace.directory() : Path.of(named).toAbsolutePath().normalize();
    Files.createDirectories(directory);
    String chart = NAME + ".svg";
    Files.writeString(directory.resolve(chart), BarChart.of(report));
    Files.writeString(directory.resolve(NAME + ".md"), Markdown.of(report, chart));
    Files.writeString(directory.resolve(NAME + ".json"), Json.of(report));
    System.out.println("\nWritten: " + directory.resolve(NAME) + ".svg, .md and .json");
  }

  /** JMH says in the cause, or in the exceptions it suppressed, what the benchmark threw. */
  private static String explain(Exception failure) {
    StringBuilder text = new StringBuilder("\n" + failure.getMessage());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      text.append("\n").append(cause);
      for (Throwable suppressed : cause.getSuppressed()) {
        text.append("\n").append(suppressed);
      }
    }
    return text.toString();
  }
}
