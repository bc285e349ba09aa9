package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Makes a coroutine of every method of some packages, so that any program is a test of the weaver.
 *
 * @param packages the internal names with which those classes begin
 */
public record SoakPolicy(List<String> packages) implements CoroutinePolicy {
  /** Copies the list. */
  public SoakPolicy {
    packages = List.copyOf(packages);
  }

  @Override
  public boolean isCoroutine(ClassInfo owner, ClassInfo.Method method) {
    return soaks(owner.name())
        && !method.name().startsWith("<")
        && (owner.access() & Opcodes.ACC_ANNOTATION) == 0;
  }

  @Override
  public boolean soaks(String name) {
    return packages.stream().anyMatch(name::startsWith);
  }

  @Override
  public boolean soaks() {
    return true;
  }
}
