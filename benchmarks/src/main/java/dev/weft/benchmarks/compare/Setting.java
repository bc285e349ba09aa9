package dev.weft.benchmarks.compare;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where and when it was measured.
 *
 * @param jdk version and vendor
 * @param cores how many the JVM sees
 * @param system the operating system and its architecture
 * @param date the day
 */
public record Setting(String jdk, int cores, String system, String date) {
  /** This JVM, and today. */
  public static Setting here() {
    return new Setting(
        System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        LocalDate.now(ZoneId.systemDefault()).toString());
  }

  /** One line for the foot of a chart or table. */
  public String describe() {
    return "JDK "
        + jdk
        + ", "
        + cores
        + (cores == 1 ? " core, " : " cores, ")
        + system
        + ", "
        + date;
  }
}
