package dev.weft.runtime;

import dev.weft.StopIteration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thrown where a frame goes on; tells it apart from an exception that is a value.
 *
 * @param thrown what is thrown, as it is
 */
record Raised(Throwable thrown) {
  /**
   * What a frame threw, to be thrown in its caller.
   *
   * @param frame the frame
   * @param thrown what it threw
   * @param in what it was resumed with: if that was raised there, it only passes through
   */
  static Raised by(Frame frame, Throwable thrown, @Nullable Object in) {
    if (in instanceof Raised raised && raised.thrown == thrown) {
      return raised;
    }
    if (!(thrown instanceof VirtualMachineError)) {
      Traces.complete(thrown, frame.caller);
    }
    return new Raised(thrown);
  }

  /** What a generator fails with whose body throws that: PEP 479 forbids a StopIteration. */
  static Throwable outOfGenerator(Throwable thrown) {
    return thrown instanceof StopIteration
        ? new IllegalStateException("generator raised StopIteration", thrown)
        : thrown;
  }

  /** Whether that exception was raised where a frame went on. */
  static boolean isOf(@Nullable Object in, Throwable thrown) {
    return in instanceof Raised raised && raised.thrown == thrown;
  }

  /** Throws a checked exception where the compiler does not expect one, unwrapped. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
