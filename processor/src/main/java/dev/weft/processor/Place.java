package dev.weft.processor;

/** Where code stands, as far as suspending is concerned; the words are those of the weaver. */
enum Place {
  /** In a coroutine, with no monitor held. */
  COROUTINE("in a coroutine", ""),
  /** In a coroutine that holds a monitor there. */
  SYNCHRONIZED_BLOCK("in a synchronized block", Place.OUTSIDE),
  /** In a coroutine that holds a monitor throughout. */
  SYNCHRONIZED_METHOD("in a synchronized method", Place.OUTSIDE),
  /** In a constructor. */
  CONSTRUCTOR("in a constructor", "%s before or after it, in the method that calls it"),
  /** In what every constructor begins with: an initialiser block or that of a field. */
  INITIALISER("in an initialiser, which is part of the constructors", "%s in a method"),
  /** In a static initialiser block or that of a static field. */
  STATIC_INITIALISER("in a static initialiser", "%s in a method"),
  /** In a lambda whose interface's method lacks the annotation. */
  LAMBDA(
      "in a lambda that is no coroutine",
      "use a loop, or annotate the method of the lambda's interface @Coroutine"),
  /** In a method that lacks the annotation. */
  METHOD("in a method that is no coroutine", "annotate the method @Coroutine");

  private static final String OUTSIDE = "%s outside of it, or use a java.util.concurrent lock";

  private final String words;
  private final String cure;

  Place(String words, String cure) {
    this.words = words;
    this.cure = cure;
  }

  /** Where that is. */
  String words() {
    return words;
  }

  /** What to do about an action that is impossible here, such as "yield". */
  String cureFor(String action) {
    return cure.formatted(action);
  }

  /** Whether it is in a coroutine. */
  boolean isCoroutine() {
    return this == COROUTINE || isLocked();
  }

  private boolean isLocked() {
    return this == SYNCHRONIZED_BLOCK || this == SYNCHRONIZED_METHOD;
  }

  /** Within a synchronized block here. */
  Place locked() {
    return this == COROUTINE ? SYNCHRONIZED_BLOCK : this;
  }
}
