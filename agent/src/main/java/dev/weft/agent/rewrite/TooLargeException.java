package dev.weft.agent.rewrite;

import java.util.Set;

/** Says which methods of a class cannot be written since their woven form is too large. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> methods;

  /** Names methods by name and descriptor. */
  TooLargeException(Set<String> methods, Throwable cause) {
    super(String.join(", ", methods), cause);
    this.methods = methods;
  }

  /** The methods, by name and descriptor. */
  Set<String> methods() {
    return methods;
  }
}
