package dev.weft.soak;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a subject in a JVM of its own.
 *
 * @param outcomes what came of it
 * @param suspensions how often its calls suspended; 0 if it was not soaked
 * @param refused the methods that were not woven, with the reasons
 * @param seconds how long it took
 */
record Run(Outcomes outcomes, long suspensions, List<String> refused, long seconds) {
  private static final Pattern SUSPENSIONS =
      Pattern.compile("\\[weft\\] soak: ([\\d.,\\h]+) suspensions");

  private static final String REFUSED = "[weft] Weft cannot weave ";
  private static final int MINUTES = 40;

  /** Runs it as it is. */
  static Run unwoven(Subject subject, Path directory) throws IOException, InterruptedException {
    return run(subject, List.of(), directory.resolve("unwoven"));
  }

  /** Runs it soaked, with the given agent. */
  static Run soaked(Subject subject, String agent, Path directory)
      throws IOException, InterruptedException {
    String options = "=soak=" + String.join(":", subject.packages());
    return run(subject, List.of("-javaagent:" + agent + options), directory.resolve("soaked"));
  }

  private static Run run(Subject subject, List<String> options, Path directory)
      throws IOException, InterruptedException {
    deleteReports(directory.resolve("reports"));
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command(subject, options, directory))
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(subject.name() + " has not ended after " + MINUTES + " minutes");
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    Outcomes outcomes =
        subject.isProgram()
            ? Outcomes.ofOutput(lines(out))
            : Outcomes.ofReports(directory.resolve("reports"));
    List<String> told = lines(err);
    return new Run(outcomes, suspensions(told), refused(told), seconds);
  }

  private static List<String> command(Subject subject, List<String> options, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(subject.options());
    command.add("-Xmx2g");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    for (String word : subject.command()) {
      command.add(
          word.replace("@reports", directory.resolve("reports").toString())
              .replace("@tests", jarOfTests(subject)));
    }
    return command;
  }

  /** Those of an earlier run would hide that this one has ended before it wrote its own. */
  private static void deleteReports(Path reports) throws IOException {
    Files.createDirectories(reports);
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(reports, "*.xml")) {
      for (Path report : earlier) {
        Files.delete(report);
      }
    }
  }

  private static String jarOfTests(Subject subject) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith("-tests.jar"))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith(subject.tests()))
        .findFirst()
        .orElse("");
  }

  /** Programs print in the charset of the JVM. */
  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, Charset.defaultCharset()).lines().toList();
  }

  private static long suspensions(List<String> told) {
    return told.stream()
        .map(SUSPENSIONS::matcher)
        .filter(Matcher::find)
        .mapToLong(line -> Long.parseLong(line.group(1).replaceAll("\\D", "")))
        .sum();
  }

  private static List<String> refused(List<String> told) {
    return told.stream()
        .filter(line -> line.startsWith(REFUSED))
        .map(line -> line.substring(REFUSED.length()))
        .toList();
  }
}
