/**
 * Coroutines for Java. What users import is {@code dev.weft}; what woven code calls, in the user's
 * own module, is {@code dev.weft.runtime}; {@code dev.weft.tracking} tells of the generators of
 * code that was woven with the option {@code track}.
 */
module dev.weft {
  requires static java.management;
  requires static jdk.jfr;
  requires static org.jspecify;

  exports dev.weft;
  exports dev.weft.runtime;
  exports dev.weft.tracking;
}
