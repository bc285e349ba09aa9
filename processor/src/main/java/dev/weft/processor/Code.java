package dev.weft.processor;

/**
 * The code that encloses an expression.
 *
 * @param method the method, with its class, as the weaver names them
 * @param place what kind of code it is
 * @param generator whether what it returns ends a generator
 */
record Code(String method, Place place, boolean generator) {
  /** The same method, where a monitor is held. */
  Code locked() {
    return new Code(method, place.locked(), generator);
  }
}
