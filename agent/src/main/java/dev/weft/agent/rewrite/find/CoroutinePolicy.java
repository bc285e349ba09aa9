package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;

/** Decides which methods are coroutines. */
@FunctionalInterface
public interface CoroutinePolicy {
  /** Those annotated {@code @Coroutine}. */
  CoroutinePolicy ANNOTATED =
      new CoroutinePolicy() { // a lambda would be linked at start-up, for nothing mostly
        @Override
        public boolean isCoroutine(ClassInfo owner, ClassInfo.Method method) {
          return method.annotated();
        }
      };

  /**
   * Whether a method is declared to be a coroutine.
   *
   * @param owner the class that declares it
   * @param method the method
   * @return true if it is
   */
  boolean isCoroutine(ClassInfo owner, ClassInfo.Method method);

  /**
   * Whether methods are coroutines that do not know of it: all of them subroutines, whatever they
   * return, which suspend at every call.
   *
   * @return false unless a program is soaked
   */
  default boolean soaks() {
    return false;
  }

  /**
   * Whether methods of a class are coroutines that do not know of it.
   *
   * @param owner the internal name of the class
   * @return false unless its program is soaked
   */
  default boolean soaks(String owner) {
    return false;
  }

  /**
   * Whether a call suspends though nothing that can be read declares its method to be a coroutine.
   *
   * @param owner the internal name of the class that the call names
   * @param name the name of the method
   * @param descriptor its descriptor
   * @return false unless it is known otherwise that there is a twin, or code is woven only to be
   *     verified
   */
  default boolean suspends(String owner, String name, String descriptor) {
    return false;
  }
}
