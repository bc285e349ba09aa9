package dev.weft.agent.cli.explain;

import java.util.Locale;

/**
 * What becomes of a variable at a suspension.
 *
 * @param verb what is done with it
 * @param name its name
 * @param type its type as source has it
 * @param why the reason
 */
record Fate(Verb verb, String name, String type, String why) {
  /** What is done. */
  enum Verb {
    /** Its value is written to the frame. */
    SAVED,
    /** The frame has its value already. */
    KEPT,
    /** Its value is known and not stored. */
    CONSTANT,
    /** It is not needed, and not stored. */
    DROPPED;

    /** As it is shown. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
