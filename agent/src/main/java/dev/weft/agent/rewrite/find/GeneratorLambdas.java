package dev.weft.agent.rewrite.find;

import static dev.weft.agent.rewrite.model.RuntimeNames.ANNOTATION;
import static dev.weft.agent.rewrite.model.RuntimeNames.BODY;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINES;
import static dev.weft.agent.rewrite.model.RuntimeNames.GENERATOR;
import static dev.weft.agent.rewrite.model.RuntimeNames.METAFACTORY;
import static dev.weft.agent.rewrite.model.RuntimeNames.VOID_BODY;
import static dev.weft.agent.rewrite.model.RuntimeNames.YIELDER;

import dev.weft.agent.rewrite.model.Neighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes generator methods of the lambdas that are given to {@code Generator.of} or {@code each} on
 * the spot, so that each has a frame class of its own, which is what makes them fast:
 *
 * <ol>
 *   <li>A lambda's code, {@code lambda$0(captured.., Yielder)R}, becomes {@code
 *       lambda$0(captured..)Generator}. The yielder is a local variable now, and is the running
 *       coroutine; what is returned is the generator's result.
 *   <li>The lambda and the call that takes it become a call of that method.
 * </ol>
 *
 * <p>A lambda whose code is used in another way, too, stays as it is, as do method references:
 * theirs is a method of its own, which the generator calls.
 */
final class GeneratorLambdas {
  private static final String OF = "(L" + BODY + ";)L" + GENERATOR + ";";
  private static final String EACH = "(L" + VOID_BODY + ";)L" + GENERATOR + ";";

  private final ClassNode type;

  private GeneratorLambdas(ClassNode type) {
    this.type = type;
  }

  /** Where a lambda is made, and the call that takes it. */
  private record Site(MethodNode in, InvokeDynamicInsnNode lambda, MethodInsnNode call) {}

  /** Replaces all that a class has. */
  static void replace(ClassNode type) {
    GeneratorLambdas lambdas = new GeneratorLambdas(type);
    lambdas.sites().forEach(lambdas::replace);
  }

  /** The sites by the method that holds the code, where all uses of it are such sites. */
  private Map<MethodNode, List<Site>> sites() {
    Map<MethodNode, List<Site>> sites = new LinkedHashMap<>();
    List<Handle> others = new ArrayList<>();
    for (MethodNode method : type.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode lambda) {
          MethodNode code = code(lambda);
          MethodInsnNode call = call(lambda);
          if (code != null && call != null) {
            sites.computeIfAbsent(code, c -> new ArrayList<>()).add(new Site(method, lambda, call));
          } else {
            handles(lambda).forEach(others::add);
          }
        }
      }
    }
    sites.keySet().removeIf(code -> others.stream().anyMatch(handle -> isOf(handle, code)));
    return sites;
  }

  private static List<Handle> handles(InvokeDynamicInsnNode site) {
    return Arrays.stream(site.bsmArgs)
        .filter(Handle.class::isInstance)
        .map(Handle.class::cast)
        .toList();
  }

  private boolean isOf(Handle handle, MethodNode method) {
    return handle.getOwner().equals(type.name)
        && handle.getName().equals(method.name)
        && handle.getDesc().equals(method.desc);
  }

  /** The call right after it that makes a generator of the lambda; null if there is none. */
  private static @Nullable MethodInsnNode call(InvokeDynamicInsnNode lambda) {
    return Neighbours.next(lambda) instanceof MethodInsnNode call && makesGenerator(call)
        ? call
        : null;
  }

  /** Whether a call is one of {@code Generator.of} or {@code each}. */
  static boolean makesGenerator(MethodInsnNode call) {
    return call.owner.equals(GENERATOR) && (call.desc.equals(OF) || call.desc.equals(EACH));
  }

  /** The method of this class that is the lambda's code and nothing else; null if it is not so. */
  private @Nullable MethodNode code(InvokeDynamicInsnNode lambda) {
    if (!lambda.bsm.getOwner().equals(METAFACTORY)
        || !(lambda.bsmArgs[1] instanceof Handle implementation)) {
      return null;
    }
    return type.methods.stream()
        .filter(method -> isOf(implementation, method) && takes(method, lambda))
        .findFirst()
        .orElse(null);
  }

  private boolean takes(MethodNode code, InvokeDynamicInsnNode lambda) {
    List<Type> expected = new ArrayList<>();
    if ((code.access & Opcodes.ACC_STATIC) == 0) {
      expected.add(Type.getObjectType(type.name));
    }
    expected.addAll(List.of(Type.getArgumentTypes(code.desc)));
    List<Type> given = new ArrayList<>(List.of(Type.getArgumentTypes(lambda.desc)));
    given.add(Type.getObjectType(YIELDER));
    return (code.access & Opcodes.ACC_SYNTHETIC) != 0
        && (code.access & Opcodes.ACC_PRIVATE) != 0
        && given.equals(expected);
  }

  // === The code ===

  private void replace(MethodNode code, List<Site> sites) {
    String descriptor = generatorDescriptor(code);
    sites.forEach(site -> call(site, code, descriptor));
    int yielder = (Type.getArgumentsAndReturnSizes(code.desc) >> 2) - 1;
    if ((code.access & Opcodes.ACC_STATIC) != 0) {
      yielder--;
    }
    replaceYielder(code, yielder);
    for (AbstractInsnNode instruction : code.instructions.toArray()) {
      replaceReturn(code, instruction);
    }
    code.desc = descriptor;
    code.signature = null;
    code.parameters = null;
    code.maxStack += 1;
    code.visibleAnnotations = new ArrayList<>(List.of(new AnnotationNode(ANNOTATION)));
  }

  private static String generatorDescriptor(MethodNode code) {
    Type[] parameters = Type.getArgumentTypes(code.desc);
    Type[] captured = Arrays.copyOf(parameters, parameters.length - 1);
    return Type.getMethodDescriptor(Type.getObjectType(GENERATOR), captured);
  }

  private void call(Site site, MethodNode code, String descriptor) {
    boolean isStatic = (code.access & Opcodes.ACC_STATIC) != 0;
    boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    site.in.instructions.remove(site.call);
    site.in.instructions.set(
        site.lambda, new MethodInsnNode(opcode, type.name, code.name, descriptor, inInterface));
  }

  /** As long as nothing else is stored there, the variable need not live across suspensions. */
  private static void replaceYielder(MethodNode code, int yielder) {
    boolean assigned = false;
    for (AbstractInsnNode instruction : code.instructions) {
      assigned |= isOf(instruction, Opcodes.ASTORE, yielder);
    }
    if (!assigned) {
      for (AbstractInsnNode instruction : code.instructions.toArray()) {
        if (isOf(instruction, Opcodes.ALOAD, yielder)) {
          code.instructions.set(instruction, current());
        }
      }
    }
    code.instructions.insert(new VarInsnNode(Opcodes.ASTORE, yielder));
    code.instructions.insert(current());
  }

  private static boolean isOf(AbstractInsnNode instruction, int opcode, int local) {
    return instruction.getOpcode() == opcode && ((VarInsnNode) instruction).var == local;
  }

  private static MethodInsnNode current() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINES, "current", "()L" + YIELDER + ";");
  }

  private static void replaceReturn(MethodNode code, AbstractInsnNode instruction) {
    if (instruction.getOpcode() == Opcodes.RETURN) {
      code.instructions.insertBefore(instruction, new InsnNode(Opcodes.ACONST_NULL));
      code.instructions.set(instruction, new InsnNode(Opcodes.ARETURN));
    } else if (instruction.getOpcode() == Opcodes.ARETURN) {
      String done = "(Ljava/lang/Object;)L" + GENERATOR + ";";
      code.instructions.insertBefore(
          instruction, new MethodInsnNode(Opcodes.INVOKESTATIC, COROUTINES, "done", done));
    }
  }
}
