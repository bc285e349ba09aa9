package dev.weft.agent.rewrite.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the weaver has to know of a class without loading it.
 *
 * @param name the internal name
 * @param access the access flags
 * @param superName the superclass; null for Object
 * @param interfaces the direct superinterfaces
 * @param methods its methods
 */
public record ClassInfo(
    String name,
    int access,
    @Nullable String superName,
    List<String> interfaces,
    List<Method> methods) {
  /** Copies the lists. */
  public ClassInfo {
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
  }

  /**
   * A method of a class.
   *
   * @param name its name
   * @param descriptor its descriptor
   * @param access its access flags
   * @param annotated whether it is annotated {@code @Coroutine}
   * @param forwardsTo what it calls, if compilers made it only to forward a call
   */
  public record Method(
      String name, String descriptor, int access, boolean annotated, Optional<Target> forwardsTo) {
    /** A method that forwards to none. */
    public Method(String name, String descriptor, int access, boolean annotated) {
      this(name, descriptor, access, annotated, Optional.empty());
    }

    /** Whether it is the method of that name and descriptor. */
    public boolean is(String name, String descriptor) {
      return this.name.equals(name) && this.descriptor.equals(descriptor);
    }

    /** Whether it can neither override nor be overridden. */
    public boolean isFixed() {
      return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) != 0;
    }
  }

  /**
   * A method that is called.
   *
   * @param owner the class that the call names
   * @param name the name of the method
   * @param descriptor its descriptor
   */
  public record Target(String owner, String name, String descriptor) {}

  /** Reads the class file of a class. */
  public static ClassInfo read(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return of(type);
  }

  /** Takes what matters of a class. */
  public static ClassInfo of(ClassNode type) {
    List<Method> methods = new ArrayList<>();
    for (MethodNode method : type.methods) {
      boolean annotated = isAnnotated(method);
      methods.add(
          new Method(method.name, method.desc, method.access, annotated, forwardedCall(method)));
    }
    return new ClassInfo(type.name, type.access, type.superName, type.interfaces, methods);
  }

  /**
   * What a bridge calls, or one of javac's access methods of private members (up to Java 10). Twins
   * in class files that are woven already are no bridges.
   */
  private static Optional<Target> forwardedCall(MethodNode method) {
    boolean bridge =
        (method.access & Opcodes.ACC_BRIDGE) != 0 && !RuntimeNames.isTwinDescriptor(method.desc);
    boolean accessor =
        (method.access & Opcodes.ACC_SYNTHETIC) != 0 && method.name.startsWith("access$");
    if (bridge || accessor) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call
            && (bridge ? call.name.equals(method.name) : !call.name.equals("<init>"))) {
          return Optional.of(new Target(call.owner, call.name, call.desc));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAnnotated(MethodNode method) {
    List<AnnotationNode> annotations =
        Objects.requireNonNullElse(method.visibleAnnotations, List.of());
    return annotations.stream().anyMatch(a -> a.desc.equals(RuntimeNames.ANNOTATION));
  }

  /** Whether it is an interface. */
  public boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  /** Whether its subtypes have a method of it, too; static ones of interfaces they have not. */
  public boolean bequeaths(Method method) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    return (method.access & Opcodes.ACC_PRIVATE) == 0 && !(isStatic && isInterface());
  }

  /** Its direct supertypes, the superclass first. */
  public List<String> supertypes() {
    List<String> all = new ArrayList<>();
    if (superName != null) {
      all.add(superName);
    }
    all.addAll(interfaces);
    return all;
  }
}
