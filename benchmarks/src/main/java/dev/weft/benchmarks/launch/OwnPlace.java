package dev.weft.benchmarks.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds files by where these classes were loaded from, whatever the working directory is. */
public final class OwnPlace {
  private static final String AGENT_PROPERTY = "weft.agent.jar";
  private static final String AGENT_JAR = "weft-agent.jar";

  private OwnPlace() {}

  /**
   * The directory that holds the benchmarks' jar, or their directory of classes.
   *
   * @return the directory; in a build {@code benchmarks/target}
   */
  public static Path directory() {
    try {
      Path code =
          Path.of(OwnPlace.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.toAbsolutePath().resolveSibling(".").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The agent's jar: what {@code -Dweft.agent.jar} names, else the one beside this jar, else the
   * one the build made.
   *
   * @return the jar
   * @throws MissingAgentException if there is none
   */
  public static Path agent() {
    String named = System.getProperty(AGENT_PROPERTY);
    Path beside = directory().resolve(AGENT_JAR);
    Path built = directory().resolve("../../agent/target").resolve(AGENT_JAR).normalize();
    List<Path> candidates =
        named == null ? List.of(beside, built) : List.of(Path.of(named).toAbsolutePath());
    return candidates.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new MissingAgentException(candidates));
  }

  /** Says where the agent was looked for and what to do. */
  public static final class MissingAgentException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingAgentException(List<Path> candidates) {
      super(
          "There is no Weft agent at "
              + String.join(" or ", candidates.stream().map(Path::toString).toList())
              + ". Build it (mvn package), or name it with -D"
              + AGENT_PROPERTY
              + "=<path of weft-agent.jar>.");
    }
  }
}
