package dev.weft.agent.cli;

/** An input that cannot be used: what is wrong with it, and what to do. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
