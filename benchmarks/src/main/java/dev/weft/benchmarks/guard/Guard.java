package dev.weft.benchmarks.guard;

import dev.weft.benchmarks.compare.Figures;
import dev.weft.benchmarks.compare.Setting;
import dev.weft.benchmarks.compare.Table;
import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.launch.OwnPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Main that fails if a benchmark has become slower, as measured by its {@link
 * dev.weft.benchmarks.Floor}: exit code 1, and 2 if it could not be found out.
 */
public final class Guard {
  private static final int SLOWER = 1;
  private static final int UNKNOWN = 2;

  /** In which a new baseline is measured. */
  private static final int ROUNDS = 3;

  private Guard() {}

  public static void main(String[] arguments) throws Exception {
    try {
      System.exit(run(GuardOptions.parse(arguments)));
    } catch (IllegalArgumentException
        | IOException
        | OwnPlace.MissingAgentException
        | RunnerException e) {
      System.err.println(e.getMessage());
      System.exit(UNKNOWN);
    }
  }

  private static int run(GuardOptions options)
      throws IOException, RunnerException, ClassNotFoundException {
    Launch.jvmArguments();
    // From JDK 24 on the JVM warns of what JMH does here: better now than amid the results.
    Class.forName(BenchmarkParams.class.getName());
    List<GuardedCase> cases = GuardedCases.onClassPath(options.only());
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("no benchmark with a floor matches " + options.only());
    }
    Optional<Baseline> kept = BaselineFile.read(options.baseline());
    System.out.println(Setting.here().describe() + ": " + cases.size() + " benchmarks.");
    if (options.update()) {
      return update(options, kept.orElse(new Baseline(new TreeMap<>())), cases);
    }
    Baseline baseline =
        kept.orElseThrow(
            () -> new IOException("there is no baseline for this JDK yet; write one by --update"));
    Judge judge = new Judge(baseline, options.margin(), new JmhStopwatch(), System.out::println);
    Verdict verdict = judge.judge(cases);
    System.out.println("\n" + table(baseline, verdict).text());
    return conclude(verdict, options.margin());
  }

  private static int update(GuardOptions options, Baseline former, List<GuardedCase> cases)
      throws IOException, RunnerException {
    Path file = BaselineFile.place(options.baseline()); // told before it is measured for long
    SortedMap<String, Double> ratios = Survey.medians(new JmhStopwatch(), cases, ROUNDS);
    String comment = "Ratios to the floor. " + Setting.here().describe();
    Files.writeString(file, former.updated(ratios).text(comment));
    System.out.println("\n" + table(former, new Verdict(ratios, new TreeSet<>())).text());
    System.out.println("Written: " + file);
    return 0;
  }

  private static Table table(Baseline baseline, Verdict verdict) {
    Table table = new Table(List.of("times its floor", "now", "baseline", "worse by", ""));
    verdict
        .ratios()
        .forEach((key, ratio) ->
            table.row(
                List.of(
                    key.replace("dev.weft.benchmarks.", ""),
                    Figures.rounded(ratio),
                    Optional.ofNullable(baseline.ratios().get(key))
                        .map(Figures::rounded)
                        .orElse("new"),
                    baseline.worsening(key, ratio).map(Figures::times).orElse(""),
                    verdict.slower().contains(key) ? "SLOWER" : "")));
    return table;
  }

  private static int conclude(Verdict verdict, double margin) {
    if (verdict.slower().isEmpty()) {
      System.out.println("None is slower by more than " + Figures.times(margin) + ".");
      return 0;
    }
    System.out.println(
        verdict.slower().size()
            + " slower by more than "
            + Figures.times(margin)
            + ": "
            + String.join(", ", verdict.slower()));
    return SLOWER;
  }
}
