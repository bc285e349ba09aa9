package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;

/** Decides which methods are coroutines. */
@FunctionalInterface
public interface CoroutinePolicy {
  /** Those annotated {@code @Coroutine}. */
  CoroutinePolicy ANNOTATED = (owner, method) -> method.annotated();

  /**
   * Whether a method is declared to be a coroutine.
   *
   * @param owner the class that declares it
   * @param method the method
   * @return true if it is
   */
  boolean isCoroutine(ClassInfo owner, ClassInfo.Method method);
}
