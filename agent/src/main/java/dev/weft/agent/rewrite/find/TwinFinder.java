package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods that need a twin because a supertype's twin would hide or confuse them. */
final class TwinFinder {
  private static final int NOT_OVERRIDING = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;

  private final ClassIndex index;

  TwinFinder(ClassIndex index) {
    this.index = index;
  }

  /** The methods of a class that override a subroutine and are none themselves. */
  List<MethodNode> overrides(ClassNode type, ClassInfo info, Set<MethodNode> coroutines) {
    if (!hasCoroutineSupertypes(info)) {
      return List.of();
    }
    return type.methods.stream()
        .filter(method -> (method.access & NOT_OVERRIDING) == 0 && !method.name.startsWith("<"))
        .filter(method -> !coroutines.contains(method))
        .filter(method -> index.inheritsSubroutine(info, method.name, method.desc))
        .toList();
  }

  /** The subroutines that a class inherits from two interfaces without redeclaring them. */
  List<ClassInfo.Method> colliding(ClassInfo info) {
    if (info.interfaces().isEmpty() || !hasCoroutineSupertypes(info)) {
      return List.of();
    }
    Map<String, Inherited> inherited = new LinkedHashMap<>();
    for (ClassInfo type : index.hierarchy(info.name())) {
      for (ClassInfo.Method method : type.methods()) {
        if (type.isInterface() && isSubroutine(type, method)) {
          String key = method.name() + method.descriptor();
          Inherited from =
              inherited.computeIfAbsent(key, k -> new Inherited(method, new ArrayList<>()));
          from.interfaces().add(type);
        }
      }
    }
    return inherited.values().stream()
        .filter(from -> mostSpecific(from.interfaces()) > 1)
        .map(Inherited::method)
        .filter(method -> !hasTwinByClass(info, method))
        .toList();
  }

  /** A method and the interfaces that declare it. */
  private record Inherited(ClassInfo.Method method, List<ClassInfo> interfaces) {}

  private boolean hasCoroutineSupertypes(ClassInfo info) {
    return info.supertypes().stream().anyMatch(index::hasCoroutines);
  }

  private boolean isSubroutine(ClassInfo type, ClassInfo.Method method) {
    return index.isCoroutine(type, method)
        && RuntimeNames.fitsTwin(method.descriptor())
        && index.kindOf(method.descriptor()) != CoroutineKind.GENERATOR;
  }

  private long mostSpecific(List<ClassInfo> interfaces) {
    return interfaces.stream()
        .filter(one ->
            interfaces.stream()
                .noneMatch(other -> other != one && index.isSupertype(one.name(), other.name())))
        .count();
  }

  /** Whether the class itself, or a superclass, declares the method where its twin will be. */
  private boolean hasTwinByClass(ClassInfo info, ClassInfo.Method method) {
    return index.hierarchy(info.name()).stream()
        .filter(type -> type == info || !type.isInterface())
        .anyMatch(type ->
            type.methods().stream().anyMatch(m -> m.is(method.name(), method.descriptor()))
                && index.isSubroutine(type.name(), method.name(), method.descriptor()));
  }
}
