package dev.weft.agent;

import dev.weft.agent.rewrite.model.WeavingOptions;

/**
 * The options of weaving in a build, separated by commas: {@code locals=scope,refusals=warn}.
 *
 * <ul>
 *   <li>{@code locals=scope} keeps every variable while it is in scope, for debugging; {@code
 *       locals=live}, the default, keeps those whose values are still needed.
 *   <li>{@code track} lets generators tell when they are made, run and suspend, so that they can be
 *       listed.
 *   <li>{@code refusals=warn} goes on where something cannot be woven: it is said in the log, and
 *       thrown when the method is called. {@code refusals=fail}, the default, fails the build.
 * </ul>
 *
 * @param weaving how classes are woven
 * @param refusalsFail whether what is refused fails the build
 */
record BuildOptions(WeavingOptions weaving, boolean refusalsFail) {
  private static final BuildOptions DEFAULT = new BuildOptions(WeavingOptions.NONE, true);

  /**
   * Reads options.
   *
   * @throws IllegalArgumentException if one is unknown
   */
  static BuildOptions parse(String text) {
    BuildOptions options = DEFAULT;
    for (String option : text.split(",", -1)) {
      options = options.with(option.strip());
    }
    return options;
  }

  private BuildOptions with(String option) {
    return switch (option) {
      case "" -> this;
      case "locals=live" -> new BuildOptions(weaving.withScopes(false), refusalsFail);
      case "locals=scope" -> new BuildOptions(weaving.withScopes(true), refusalsFail);
      case "track", "track=true" -> new BuildOptions(weaving.withTracking(), refusalsFail);
      case "refusals=fail" -> new BuildOptions(weaving, true);
      case "refusals=warn" -> new BuildOptions(weaving, false);
      default ->
          throw new IllegalArgumentException(
              "Weft: unknown option '"
                  + option
                  + "' of the build plugin; known are locals=live, locals=scope, refusals=fail,"
                  + " refusals=warn and track");
    };
  }
}
