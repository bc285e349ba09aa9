package dev.weft.benchmarks.scale;

import dev.weft.benchmarks.compare.Figures;
import dev.weft.benchmarks.compare.Setting;
import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.launch.OwnPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Main that measures how the cost of a switch grows, prints tables, and writes a chart and a page
 * to {@code benchmarks/target} or where {@code -Dweft.scale.output} says.
 */
public final class Scale {
  private static final String OUTPUT_PROPERTY = "weft.scale.output";
  private static final String NAME = "scale";

  private Scale() {}

  public static void main(String[] arguments) throws Exception {
    try {
      Launch.jvmArguments();
      // From JDK 24 on the JVM warns of what JMH does here: better now than amid the results.
      Class.forName(BenchmarkParams.class.getName());
      System.out.println(Setting.here().describe() + ". It takes about five minutes.");
      List<Panel> panels =
          List.of(
              measure("suspended generators", Growth.ofCount()),
              measure("calls between generator and yield", Growth.ofDepth()),
              measure("live variables", Growth.ofLocals()));
      write(panels);
    } catch (RunnerException | IOException | OwnPlace.MissingAgentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Panel measure(String title, List<Growth> growths) throws RunnerException {
    List<Line> lines = new ArrayList<>();
    for (Growth growth : growths) {
      List<Point> points = new ArrayList<>();
      for (int size : growth.sizes()) {
        double nanos = GrowthTimer.nanos(growth, size);
        System.out.printf(
            "%,12d %s, %s: %s ns%n", size, title, growth.label(), Figures.rounded(nanos));
        points.add(new Point(size, nanos));
      }
      lines.add(new Line(growth.label(), growth.colour(), points));
    }
    return new Panel(title, lines);
  }

  private static void write(List<Panel> panels) throws IOException {
    String named = System.getProperty(OUTPUT_PROPERTY);
    Path directory = named == null ? OwnPlace.directory() : Path.of(named);
    Files.createDirectories(directory);
    String foot = Setting.here().describe();
    Files.writeString(directory.resolve(NAME + ".svg"), LineChart.of(panels, foot));
    Files.writeString(directory.resolve(NAME + ".md"), ScalePage.of(panels, NAME + ".svg", foot));
    panels.forEach(panel -> System.out.println("\n" + ScalePage.table(panel).text()));
    System.out.println("Written: " + directory.resolve(NAME) + ".svg and .md");
  }
}
