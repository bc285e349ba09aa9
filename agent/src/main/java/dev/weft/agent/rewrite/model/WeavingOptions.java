package dev.weft.agent.rewrite.model;

/**
 * What users can choose about woven code.
 *
 * @param keepScopes whether variables are saved wherever they are in scope, for debugging
 * @param track whether generators tell when they are made, run and suspend, so that they can be
 *     listed
 */
public record WeavingOptions(boolean keepScopes, boolean track) {
  /** Neither. */
  public static final WeavingOptions NONE = new WeavingOptions(false, false);

  /** The same, with variables saved wherever they are in scope, or not. */
  public WeavingOptions withScopes(boolean kept) {
    return new WeavingOptions(kept, track);
  }

  /** The same, with tracking. */
  public WeavingOptions withTracking() {
    return new WeavingOptions(keepScopes, true);
  }
}
