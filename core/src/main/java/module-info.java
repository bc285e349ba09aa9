/**
 * Coroutines for Java. What users import is {@code dev.weft}; what woven code calls, in the user's
 * own module, is {@code dev.weft.runtime}.
 */
module dev.weft {
  requires static org.jspecify;

  exports dev.weft;
  exports dev.weft.runtime;
}
