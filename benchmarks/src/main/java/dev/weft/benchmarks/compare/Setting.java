package dev.weft.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where and when it was measured.
 *
 * @param jdk version and vendor
 * @param processor its name; empty where the operating system does not tell
 * @param cores how many the JVM sees
 * @param system the operating system and its architecture
 * @param date the day
 */
public record Setting(String jdk, String processor, int cores, String system, String date) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This JVM, and today. */
  public static Setting here() {
    return new Setting(
        System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")",
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        LocalDate.now(ZoneId.systemDefault()).toString());
  }

  private static String processorName() {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(Setting::value)
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  /** One line for the foot of a chart or table. */
  public String describe() {
    return Stream.of(
            "JDK " + jdk, processor, cores + (cores == 1 ? " core" : " cores"), system, date)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
