package dev.weft.everything;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weaves every method of many libraries with a suspension point at every call, has the JVM verify
 * every class, and prints figures. CONTRIBUTING.md tells how to run it.
 *
 * <p>Arguments, in any order: {@code jars=DIRECTORY}, all of which are each other's dependencies,
 * too; {@code module=NAME}, a module of the running JDK; {@code locals=scope}, as for the agent;
 * {@code failures=DIRECTORY}, where the class files go that fail.
 */
public final class WeaveEverything {
  private final List<Path> jars = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();
  private Optional<Path> failures = Optional.empty();
  private boolean keepScopes;

  private WeaveEverything() {}

  /** Runs; the exit code tells whether all went well. */
  @SuppressWarnings("SystemOut") // that is what it is for
  public static void main(String[] arguments) {
    WeaveEverything everything = new WeaveEverything();
    for (String argument : arguments) {
      everything.take(argument);
    }
    boolean clean = everything.run(System.out);
    System.exit(clean ? 0 : 1);
  }

  private void take(String argument) {
    String value = argument.substring(argument.indexOf('=') + 1);
    switch (argument.substring(0, argument.length() - value.length())) {
      case "jars=" -> jars.addAll(jarsIn(Path.of(value)));
      case "module=" -> modules.add(value);
      case "failures=" -> failures = Optional.of(Path.of(value));
      case "locals=" -> keepScopes = value.equals("scope");
      default -> throw new IllegalArgumentException("unknown argument " + argument);
    }
  }

  private static List<Path> jarsIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private boolean run(PrintStream out) {
    URL[] urls = jars.stream().map(WeaveEverything::url).toArray(URL[]::new);
    ClassLoader dependencies = new URLClassLoader(urls, Verification.bare());
    Verification verification = new Verification(dependencies, keepScopes, failures, out);
    List<Figures> table = new ArrayList<>();
    Figures total = new Figures("all");
    Stream.concat(jars.stream().map(Library::ofJar), modules.stream().map(Library::ofModule))
        .forEach(library -> {
          out.println("weaving " + library.name());
          table.add(verification.verify(library));
        });
    table.forEach(total::add);
    out.println(Figures.head());
    table.forEach(out::println);
    out.println(total);
    return total.isClean();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar.toString(), e);
    }
  }
}
