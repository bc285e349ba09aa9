package dev.weft.agent;

import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.find.SoakPolicy;
import dev.weft.agent.rewrite.model.WeavingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options of the agent, separated by commas: {@code -javaagent:weft-agent.jar=dump=woven,log}.
 *
 * <ul>
 *   <li>{@code dump=DIRECTORY} writes every woven class, and the classes it brings along, there.
 *   <li>{@code locals=scope} keeps every variable while it is in scope, for debugging; {@code
 *       locals=live}, the default, keeps those whose values are still needed.
 *   <li>{@code track} lets generators tell when they are made, run and suspend, so that {@link
 *       Weft#dump()} can list them.
 *   <li>{@code soak=PACKAGES} weaves a program that knows nothing of Weft, to test the weaver:
 *       every method of those packages (and theirs), separated by colons, is a coroutine, and every
 *       call of one suspends and is resumed at once. {@code soak.every=N} suspends at every n-th
 *       call only, with 0 at a random half.
 *   <li>{@code log} says on the standard error stream which classes are woven. What is refused is
 *       said there always.
 * </ul>
 *
 * @param dump where to write woven classes
 * @param weaving how classes are woven
 * @param log whether to say what is woven
 * @param soaked the packages to soak; none in ordinary use
 * @param soakEvery how many calls of those go by for one that suspends; 0 for a random half
 */
record AgentOptions(
    Optional<Path> dump, WeavingOptions weaving, boolean log, List<String> soaked, int soakEvery) {
  private static final String KNOWN =
      "known are dump=DIRECTORY, locals=live, locals=scope, log, track, soak=PACKAGES and"
          + " soak.every=N";

  private static final AgentOptions NONE =
      new AgentOptions(Optional.empty(), WeavingOptions.NONE, false, List.of(), 1);

  /** Reads options as they follow the agent's name. */
  static AgentOptions parse(String text) {
    AgentOptions options = NONE;
    for (String option : text.split(",", -1)) {
      if (!option.isBlank()) {
        options = options.with(option.strip());
      }
    }
    return options;
  }

  private AgentOptions with(String option) {
    int assignment = option.indexOf('=');
    String value = option.substring(assignment + 1);
    if (assignment > 0 && !value.isEmpty()) {
      return with(option.substring(0, assignment), value);
    }
    if (option.equals("log")) {
      return new AgentOptions(dump, weaving, true, soaked, soakEvery);
    }
    if (option.equals("track")) {
      return with(weaving.withTracking());
    }
    throw unknown(option);
  }

  private AgentOptions with(String name, String value) {
    return switch (name) {
      case "dump" -> new AgentOptions(Optional.of(Path.of(value)), weaving, log, soaked, soakEvery);
      case "locals" -> with(weaving.withScopes(isScope(value)));
      case "track" -> with(tracking(value));
      case "soak" -> new AgentOptions(dump, weaving, log, List.of(value.split(":")), soakEvery);
      case "soak.every" -> new AgentOptions(dump, weaving, log, soaked, number(value));
      default -> throw unknown(name + "=" + value);
    };
  }

  private AgentOptions with(WeavingOptions changed) {
    return new AgentOptions(dump, changed, log, soaked, soakEvery);
  }

  private WeavingOptions tracking(String value) {
    if (!value.equals("true")) {
      throw unknown("track=" + value);
    }
    return weaving.withTracking();
  }

  private static boolean isScope(String value) {
    return switch (value) {
      case "scope" -> true;
      case "live" -> false;
      default -> throw unknown("locals=" + value);
    };
  }

  private static int number(String value) {
    try {
      return Integer.parseUnsignedInt(value);
    } catch (NumberFormatException e) {
      throw unknown("soak.every=" + value);
    }
  }

  private static IllegalArgumentException unknown(String option) {
    return new IllegalArgumentException("Weft: unknown agent option '" + option + "'; " + KNOWN);
  }

  /** Which methods are coroutines. */
  CoroutinePolicy policy() {
    return soaked.isEmpty()
        ? CoroutinePolicy.ANNOTATED
        : new SoakPolicy(soaked.stream().map(AgentOptions::prefix).toList());
  }

  /** A pattern such as {@code org.example.*} means what its package does. */
  private static String prefix(String packagePattern) {
    String name = packagePattern.replaceFirst("\\.\\*+$", "");
    return name.replace('.', '/') + "/";
  }
}
