package dev.weft.everything;

import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.find.SoakPolicy;
import dev.weft.agent.rewrite.model.ClassInfo;
import java.util.List;

/**
 * Makes a coroutine of every method, and a suspension point of every call, of the JDK's methods,
 * too. They have no twins, so that such code can be verified but not run.
 */
final class EveryCall implements CoroutinePolicy {
  private final CoroutinePolicy everyMethod = new SoakPolicy(List.of(""));

  @Override
  public boolean isCoroutine(ClassInfo owner, ClassInfo.Method method) {
    return everyMethod.isCoroutine(owner, method);
  }

  @Override
  public boolean soaks() {
    return everyMethod.soaks();
  }

  @Override
  public boolean soaks(String owner) {
    return everyMethod.soaks(owner);
  }

  @Override
  public boolean suspends(String owner, String name, String descriptor) {
    return true;
  }
}
