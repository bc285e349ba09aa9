package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What {@code done(result)} evaluates to in a generator method that does not return it at once: a
 * closed generator that has the result.
 */
public final class Completion extends UnrunFrame {
  private Completion(@Nullable Object value) {
    state = ENDED;
    transfer = value;
  }

  /**
   * Holds a result.
   *
   * @param value the result
   * @return what the generator method returns
   */
  public static Completion of(@Nullable Object value) {
    return new Completion(value);
  }

  @Nullable Object value() {
    return transfer;
  }

  @Override
  String description() {
    return "done";
  }
}
