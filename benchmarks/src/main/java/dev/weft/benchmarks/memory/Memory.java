package dev.weft.benchmarks.memory;

import dev.weft.benchmarks.compare.Figures;
import dev.weft.benchmarks.compare.Table;
import dev.weft.benchmarks.launch.Fork;
import dev.weft.benchmarks.launch.Launch;
import dev.weft.benchmarks.launch.OwnPlace;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Main that prints how many bytes a suspended generator holds, by what it keeps, beside threads:
 * every shape is measured in a JVM of its own.
 */
public final class Memory {
  // The serial collector counts what is live to the byte, whatever the size of its regions.
  private static final List<String> JVM_ARGUMENTS = List.of("-XX:+UseSerialGC", "-Xmx1g");

  private Memory() {}

  /**
   * Measures and prints.
   *
   * @param arguments {@code markdown} for a table in that form
   */
  public static void main(String[] arguments) throws InterruptedException {
    boolean markdown = List.of(arguments).contains("markdown");
    try {
      Launch.jvmArguments();
      Launch.omission().ifPresent(System.out::println);
      Table table = measured(Shapes.all());
      System.out.println(markdown ? table.markdown() : table.text());
      System.out.println(
          "A platform thread's stack lies outside the heap, in resident memory; that of a virtual"
              + " thread is in the heap.");
    } catch (IOException | OwnPlace.MissingAgentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Table measured(List<Shape> shapes) throws IOException, InterruptedException {
    Table table =
        new Table(
            List.of("suspended", "how many", "heap bytes of one", "resident bytes of its stack"));
    for (Shape shape : shapes) {
      System.err.println("measuring: " + shape.label());
      Held held = Held.in(Fork.run(JVM_ARGUMENTS, MemoryProbe.class, shape.label()));
      table.row(
          List.of(
              shape.label(),
              String.format(Locale.ENGLISH, "%,d", shape.count()),
              Figures.bytes(held.heapBytes()),
              held.residentBytes() == Held.UNKNOWN ? "" : Figures.bytes(held.residentBytes())));
    }
    return table;
  }
}
