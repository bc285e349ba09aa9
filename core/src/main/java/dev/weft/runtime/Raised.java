package dev.weft.runtime;

/**
 * What is to be thrown where a frame goes on; tells it apart from an exception that is a value.
 *
 * @param thrown what is thrown, as it is
 */
record Raised(Throwable thrown) {
  /** Throws a checked exception where the compiler does not expect one, unwrapped. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> RuntimeException sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
