package dev.weft.agent.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where the classes are found that those given name. */
final class ClassPathOption {
  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "PATH",
      description =
          "Directories and jars, separated as in java -cp, where the classes are that those given"
              + " name: weft-core, and libraries with coroutines.")
  private String path = "";

  /** Its elements. */
  List<Path> elements() {
    List<Path> elements = new ArrayList<>();
    Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(element -> !element.isBlank())
        .forEach(element -> elements.add(Path.of(element)));
    return elements;
  }

  /** Opens a tree that sees this class path; warns of supertypes that cannot be found. */
  VisibleClasses open(ClassTree tree, PrintWriter err) {
    VisibleClasses visible = new VisibleClasses(tree, elements());
    visible.requireLibrary();
    Set<String> missing = visible.missingSupertypes();
    if (!missing.isEmpty()) {
      err.println(
          "weft: warning: not found: "
              + String.join(", ", missing)
              + "; coroutines that they declare are not seen: name where they are with -cp");
    }
    return visible;
  }
}
