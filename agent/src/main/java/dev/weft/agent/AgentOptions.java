package dev.weft.agent;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of the agent, separated by commas: {@code -javaagent:weft-agent.jar=dump=woven,log}.
 *
 * <ul>
 *   <li>{@code dump=DIRECTORY} writes every woven class, and the classes it brings along, there.
 *   <li>{@code locals=scope} keeps every variable while it is in scope, for debugging; {@code
 *       locals=live}, the default, keeps those whose values are still needed.
 *   <li>{@code log} says on the standard error stream which classes are woven. What is refused is
 *       said there always.
 * </ul>
 *
 * @param dump where to write woven classes
 * @param keepScopes whether variables are kept while in scope
 * @param log whether to say what is woven
 */
record AgentOptions(Optional<Path> dump, boolean keepScopes, boolean log) {
  private static final String KNOWN = "known are dump=DIRECTORY, locals=live, locals=scope and log";

  /** Reads options as they follow the agent's name. */
  static AgentOptions parse(String text) {
    AgentOptions options = new AgentOptions(Optional.empty(), false, false);
    for (String option : text.split(",", -1)) {
      if (!option.isBlank()) {
        options = options.with(option.strip());
      }
    }
    return options;
  }

  private AgentOptions with(String option) {
    if (option.startsWith("dump=") && option.length() > "dump=".length()) {
      Path directory = Path.of(option.substring("dump=".length()));
      return new AgentOptions(Optional.of(directory), keepScopes, log);
    }
    return switch (option) {
      case "locals=scope" -> new AgentOptions(dump, true, log);
      case "locals=live" -> new AgentOptions(dump, false, log);
      case "log" -> new AgentOptions(dump, keepScopes, true);
      default ->
          throw new IllegalArgumentException(
              "Weft: unknown agent option '" + option + "'; " + KNOWN);
    };
  }
}
