package dev.weft.everything;

import static dev.weft.everything.Figures.Column.UNLINKABLE;
import static dev.weft.everything.Figures.Column.VERIFY_ERRORS;
import static java.util.stream.Collectors.joining;

import dev.weft.agent.rewrite.find.ClassFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weaves libraries and has the JVM verify them.
 *
 * <ol>
 *   <li>Each class is woven when its loader needs it, for its own sake or for another's.
 *   <li>One that cannot be linked is loaded as it was, into a loader that weaves nothing. If that
 *       cannot be linked either, for want of an optional library mostly, the weaver is not to
 *       blame.
 * </ol>
 */
final class Verification {
  private static final String OURS = "dev/weft/";
  private static final int TRACE = 20;

  private final ClassLoader dependencies;
  private final boolean keepScopes;
  private final Optional<Path> failures;
  private final PrintStream log;

  /**
   * Prepares.
   *
   * @param dependencies what libraries depend on, Weft's own included
   * @param keepScopes whether variables are kept while in scope
   * @param failures where to write the class files of what fails
   * @param log is told of what fails
   */
  Verification(
      ClassLoader dependencies, boolean keepScopes, Optional<Path> failures, PrintStream log) {
    this.dependencies = dependencies;
    this.keepScopes = keepScopes;
    this.failures = failures;
    this.log = log;
  }

  /** A loader of Weft's own classes and the JDK's, and nothing else. */
  static ClassLoader bare() {
    ClassFiles own = ClassFiles.of(Verification.class.getClassLoader());
    return new LinkingLoader(
        type -> type.startsWith(OURS) ? own.read(type) : Optional.empty(),
        ClassLoader.getPlatformClassLoader());
  }

  /** Weaves and verifies a library. */
  Figures verify(Library library) {
    Figures figures = new Figures(library.name());
    ClassFiles jdk = type -> copyOfJdk(library.renaming(), type);
    ClassFiles others = ClassFiles.of(dependencies);
    LibraryWeaver weaver =
        new LibraryWeaver(
            library,
            type -> jdk.read(type).or(() -> others.read(type)),
            keepScopes,
            figures,
            (type, exception) -> report(library, type, exception));
    ClassLoader parent = new LinkingLoader(jdk::read, dependencies);
    LinkingLoader woven = new LinkingLoader(weaver::classFile, parent);
    LinkingLoader plain = new LinkingLoader(library::read, parent);
    for (String type : library.classes()) {
      LinkageError error = woven.link(type);
      if (error != null && plain.link(type) != null) {
        figures.count(UNLINKABLE, 1);
      } else if (error != null) {
        figures.count(VERIFY_ERRORS, 1);
        report(library, type, error);
      }
    }
    return figures;
  }

  private static Optional<byte[]> copyOfJdk(Renaming renaming, String type) {
    String original = renaming.originalOf(type);
    return original.equals(type)
        ? Optional.empty()
        : ClassFiles.of(ClassLoader.getSystemClassLoader()).read(original).map(renaming::apply);
  }

  /** The JVM's message, but for its dump of the code. */
  private static String summary(Throwable failure) {
    return failure
        .toString()
        .lines()
        .takeWhile(l -> !l.contains("Current Frame:"))
        .collect(joining("\n"));
  }

  private void report(Library library, String type, Throwable failure) {
    log.println(library.name() + ": " + type.replace('/', '.') + ": " + summary(failure));
    if (!(failure instanceof LinkageError)) {
      Stream.of(failure.getStackTrace()).limit(TRACE).forEach(at -> log.println("    at " + at));
    }
    failures.ifPresent(directory -> {
      Path file = directory.resolve(library.name()).resolve(type + ".class");
      try {
        Files.createDirectories(file.getParent());
        Files.write(file, library.read(type).orElseThrow());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
    });
  }
}
