package dev.weft.agent.rewrite;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The references of classes to members of the runtime, resolved by reflection. */
final class References {
  private static final String RUNTIME = "dev/weft/runtime/";

  private final Set<String> all = new TreeSet<>();
  private final Set<String> unresolved = new TreeSet<>();

  /** Adds those of a class. */
  void add(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG);
    boolean frame = type.superName.startsWith(RUNTIME);
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        add(instruction, frame);
      }
    }
  }

  Set<String> all() {
    return all;
  }

  Set<String> unresolved() {
    return unresolved;
  }

  private void add(AbstractInsnNode instruction, boolean frame) {
    if (instruction instanceof MethodInsnNode call) {
      boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
      check(call.owner, call.name, call.desc, isStatic, frame);
    } else if (instruction instanceof FieldInsnNode field) {
      boolean isStatic =
          field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
      check(field.owner, field.name, field.desc, isStatic, frame);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      Handle bootstrap = dynamic.bsm;
      check(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc(), true, frame);
    }
  }

  private void check(
      String owner, String name, String descriptor, boolean isStatic, boolean isSubclass) {
    if (!owner.startsWith(RUNTIME)) {
      return;
    }
    String reference = owner + "." + name + " " + descriptor;
    all.add(reference);
    boolean found =
        members(owner, name.equals("<init>")).stream()
            .filter(member -> name(member).equals(name) && descriptor(member).equals(descriptor))
            .filter(member -> Modifier.isStatic(member.getModifiers()) == isStatic)
            .anyMatch(member -> isAccessible(member, isSubclass));
    if (!found) {
      unresolved.add(reference);
    }
  }

  private static boolean isAccessible(Member member, boolean isSubclass) {
    int flags = member.getModifiers();
    return Modifier.isPublic(flags) || (isSubclass && Modifier.isProtected(flags));
  }

  private static List<Member> members(String owner, boolean constructors) {
    List<Member> members = new ArrayList<>();
    try {
      Class<?> type = Class.forName(owner.replace('/', '.'));
      if (constructors) {
        members.addAll(Arrays.asList(type.getDeclaredConstructors()));
      }
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        Stream.of(at.getDeclaredMethods(), at.getDeclaredFields())
            .forEach(declared -> members.addAll(Arrays.asList(declared)));
      }
    } catch (ClassNotFoundException e) {
      return List.of();
    }
    return members;
  }

  private static String name(Member member) {
    return member instanceof Constructor ? "<init>" : member.getName();
  }

  private static String descriptor(Member member) {
    if (member instanceof Constructor<?> constructor) {
      return Type.getConstructorDescriptor(constructor);
    }
    return member instanceof Method method
        ? Type.getMethodDescriptor(method)
        : Type.getDescriptor(((Field) member).getType());
  }
}
