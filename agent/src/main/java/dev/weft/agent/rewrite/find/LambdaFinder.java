package dev.weft.agent.rewrite.find;

import static dev.weft.agent.rewrite.model.RuntimeNames.METAFACTORY;

import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the lambdas and method references whose interface's method is a coroutine. */
final class LambdaFinder {
  private final ClassIndex index;

  LambdaFinder(ClassIndex index) {
    this.index = index;
  }

  /**
   * All of a class, subroutines and generator methods alike. In a soaked program the JDK's classes
   * of lambdas do: what they call is plain code to them.
   */
  List<CoroutineLambda> find(ClassNode type) {
    List<CoroutineLambda> lambdas = new ArrayList<>();
    if (index.soaks()) {
      return lambdas;
    }
    for (MethodNode method : List.copyOf(type.methods)) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode site && isNew(site, lambdas)) {
          lambda(type, site).ifPresent(lambdas::add);
        }
      }
    }
    return lambdas;
  }

  private static boolean isNew(InvokeDynamicInsnNode site, List<CoroutineLambda> lambdas) {
    return lambdas.stream().noneMatch(lambda -> lambda.isMadeBy(site));
  }

  private Optional<CoroutineLambda> lambda(ClassNode type, InvokeDynamicInsnNode site) {
    if (!site.bsm.getOwner().equals(METAFACTORY)) {
      return Optional.empty();
    }
    String owner = Type.getReturnType(site.desc).getInternalName();
    Type erased = (Type) site.bsmArgs[0];
    if (!index.isCoroutine(owner, site.name, erased.getDescriptor())) {
      return Optional.empty();
    }
    Options options = site.bsm.getName().equals("altMetafactory") ? options(site) : Options.NONE;
    Handle implementation = (Handle) site.bsmArgs[1];
    Type instantiated = (Type) site.bsmArgs[2];
    Handle code =
        isLambdaCode(type, implementation) || isGenerator(erased)
            ? implementation
            : MethodReferenceCode.add(type, site, implementation, instantiated);
    return Optional.of(
        new CoroutineLambda(
            site,
            implementation,
            code,
            erased,
            instantiated,
            options.serializable,
            options.markers,
            options.bridges));
  }

  private static boolean isGenerator(Type method) {
    return CoroutineKind.of(method.getDescriptor()) == CoroutineKind.GENERATOR;
  }

  /** Whether a method exists for this lambda only, which compilers mark as synthetic. */
  private static boolean isLambdaCode(ClassNode type, Handle implementation) {
    return implementation.getOwner().equals(type.name)
        && type.methods.stream()
            .filter(m -> (m.access & Opcodes.ACC_SYNTHETIC) != 0)
            .filter(m -> (m.access & Opcodes.ACC_BRIDGE) == 0)
            .anyMatch(m ->
                m.name.equals(implementation.getName()) && m.desc.equals(implementation.getDesc()));
  }

  /** The optional arguments of the alternate metafactory, which are a count and as many types. */
  private static Options options(InvokeDynamicInsnNode site) {
    int flags = (Integer) site.bsmArgs[3];
    int at = 4;
    List<Type> markers = List.of();
    if ((flags & LambdaMetafactory.FLAG_MARKERS) != 0) {
      markers = types(site, at);
      at += markers.size() + 1;
    }
    boolean bridged = (flags & LambdaMetafactory.FLAG_BRIDGES) != 0;
    boolean serializable = (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
    return new Options(serializable, markers, bridged ? types(site, at) : List.of());
  }

  private static List<Type> types(InvokeDynamicInsnNode site, int at) {
    int count = (Integer) site.bsmArgs[at];
    List<Type> types = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      types.add((Type) site.bsmArgs[at + i]);
    }
    return types;
  }

  private record Options(boolean serializable, List<Type> markers, List<Type> bridges) {
    static final Options NONE = new Options(false, List.of(), List.of());
  }
}
