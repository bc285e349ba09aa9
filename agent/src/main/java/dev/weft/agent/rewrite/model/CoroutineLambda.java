package dev.weft.agent.rewrite.model;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or method reference of a functional interface whose method is a coroutine subroutine.
 *
 * @param site the instruction that does
 * @param implementation the method that the source refers to
 * @param code the method that holds the code: the same, or one that calls what is referred to
 * @param erased the erased type of the interface's method
 * @param instantiated that type with the type arguments put in
 * @param serializable whether it can be serialised
 * @param markers further interfaces that it implements
 * @param bridges further erased types under which it can be called
 */
public record CoroutineLambda(
    InvokeDynamicInsnNode site,
    Handle implementation,
    Handle code,
    Type erased,
    Type instantiated,
    boolean serializable,
    List<Type> markers,
    List<Type> bridges) {
  /** Copies the lists. */
  public CoroutineLambda {
    markers = List.copyOf(markers);
    bridges = List.copyOf(bridges);
  }

  /** Whether another instruction, or a copy of it, makes the same lambda. */
  public boolean isMadeBy(InvokeDynamicInsnNode other) {
    return other.name.equals(site.name)
        && other.desc.equals(site.desc)
        && other.bsm.equals(site.bsm)
        && Arrays.equals(other.bsmArgs, site.bsmArgs);
  }

  /** The name of the interface's method. */
  public String method() {
    return site.name;
  }

  /** The interface. */
  public Type interfaceType() {
    return Type.getReturnType(site.desc);
  }

  /** The types of the captured values. */
  public List<Type> captured() {
    return List.of(Type.getArgumentTypes(site.desc));
  }
}
