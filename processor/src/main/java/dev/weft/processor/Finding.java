package dev.weft.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * One mistake, as it is told to the user.
 *
 * @param kind an error if weaving refuses it, else a warning
 * @param message what cannot be done, and what to do instead
 */
record Finding(Diagnostic.Kind kind, String message) {
  private static final String SUPPRESSED_BY = "weft";

  /** What the weaver would refuse, in its words. */
  static Finding refusal(String method, String what, String cure) {
    String message = "Weft cannot weave " + method + ": " + what + "; " + cure;
    return new Finding(Diagnostic.Kind.ERROR, message);
  }

  /** What fails whenever it runs. */
  static Finding error(String what, String cure) {
    return new Finding(Diagnostic.Kind.ERROR, "Weft: " + what + "; " + cure);
  }

  /** What may fail, or may be meant. */
  static Finding warning(String what, String cure) {
    String message =
        "Weft: " + what + "; " + cure + ", or add @SuppressWarnings(\"weft\") if it is meant";
    return new Finding(Diagnostic.Kind.WARNING, message);
  }

  /** Whether a declaration that it stands in does not want to hear of it. */
  boolean isSuppressedAt(Element declaration) {
    SuppressWarnings suppressed = declaration.getAnnotation(SuppressWarnings.class);
    return kind != Diagnostic.Kind.ERROR
        && suppressed != null
        && List.of(suppressed.value()).contains(SUPPRESSED_BY);
  }
}
