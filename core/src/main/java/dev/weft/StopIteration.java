package dev.weft;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by {@code next}, {@code send} and {@code raise} when the generator has ended; carries what
 * the body returned (PEP 380).
 *
 * <p>It has no stack trace: filling one in would cost some hundred times a switch.
 */
public final class StopIteration extends NoSuchElementException {
  private static final long serialVersionUID = 1L;

  /** What the generator returned. */
  @SuppressWarnings("serial") // the value is the user's: serializable if the user made it so
  private final @Nullable Object value;

  /** Creates the signal of an end without a value. */
  public StopIteration() {
    this(null);
  }

  /**
   * Creates the signal of an end.
   *
   * @param value what the generator returned, or null
   */
  public StopIteration(@Nullable Object value) {
    super("the generator has ended");
    this.value = value;
  }

  /**
   * What the generator returned.
   *
   * @return the value of the first StopIteration after the end; null in later ones, and where the
   *     generator returned nothing
   */
  public @Nullable Object value() {
    return value;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
