package dev.weft.agent;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM of its own for a program, as a user would start it: with the jars, not with the classes of
 * the build.
 */
public final class ForkedJvm {
  private static final int SECONDS = 120;

  private final List<String> options = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();

  private ForkedJvm() {
    classPath.add(locationOf(ForkedJvm.class));
    classPath.add(jar("weft.core.jar"));
  }

  /** A JVM without the agent. */
  public static ForkedJvm plain() {
    return new ForkedJvm();
  }

  /** A JVM with the agent. */
  public static ForkedJvm woven() {
    return plain().agent(agentJar(), "");
  }

  /** The agent, as it is packaged. */
  public static Path agentJar() {
    return jar("weft.agent.jar");
  }

  /** A jar that the build has told the path of. */
  public static Path jar(String property) {
    return Path.of(System.getProperty(property));
  }

  /** Where a class is loaded from: a jar or a directory. */
  public static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(type.getName(), e);
    }
  }

  /** Adds an agent, after those added before. */
  public ForkedJvm agent(Path jar, String agentOptions) {
    return with("-javaagent:" + jar + (agentOptions.isEmpty() ? "" : "=" + agentOptions));
  }

  /** Adds options of the JVM. */
  public ForkedJvm with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds to the end of the class path what these classes are loaded from. */
  public ForkedJvm with(Class<?>... libraries) {
    for (Class<?> library : libraries) {
      classPath.add(locationOf(library));
    }
    return this;
  }

  /** Adds a directory or jar to the start of the class path. */
  public ForkedJvm first(Path place) {
    classPath.add(0, place);
    return this;
  }

  /** Runs a program to its end. */
  public Result run(Class<?> main, String... arguments) {
    return run(main.getName(), arguments);
  }

  /** Runs a program that must not be loaded here. */
  public Result run(String main, String... arguments) {
    return run(command(main, arguments));
  }

  /** Runs the agent's jar as a program: {@code java -jar weft-agent.jar}. */
  public static Result commandLine(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", agentJar().toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Result run(List<String> command) {
    Path directory = null;
    try {
      directory = Files.createTempDirectory("forked");
      File out = directory.resolve("out").toFile();
      File err = directory.resolve("err").toFile();
      Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
      int exit = await(process);
      return new Result(exit, Files.readString(out.toPath()), Files.readString(err.toPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(directory);
    }
  }

  private List<String> command(String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-Xshare:auto"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private static int await(Process process) {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly().waitFor();
      return Result.HANGS;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) {
    for (String file : List.of("out", "err", ".")) {
      if (directory != null && !directory.resolve(file).toFile().delete()) {
        directory.resolve(file).toFile().deleteOnExit();
      }
    }
  }

  /** What has become of a program. */
  public record Result(int exit, String out, String err) {
    /** The exit code of a program that did not end. */
    static final int HANGS = -1;

    /** What a program printed that ended well and said nothing on the standard error stream. */
    public String output() {
      String complaints = err.lines().filter(Result::isComplaint).collect(Collectors.joining("\n"));
      if (exit != 0 || !complaints.isEmpty()) {
        throw new AssertionError("exit code " + exit + "\n" + out + err);
      }
      return out;
    }

    private static boolean isComplaint(String line) {
      return !line.contains(" warning: ") && !line.startsWith("WARNING: ");
    }
  }
}
