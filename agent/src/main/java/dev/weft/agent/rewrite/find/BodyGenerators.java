package dev.weft.agent.rewrite.find;

import static dev.weft.agent.rewrite.model.RuntimeNames.ANNOTATION;
import static dev.weft.agent.rewrite.model.RuntimeNames.BODY;
import static dev.weft.agent.rewrite.model.RuntimeNames.COROUTINES;
import static dev.weft.agent.rewrite.model.RuntimeNames.GENERATOR;
import static dev.weft.agent.rewrite.model.RuntimeNames.YIELDER;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lets classes make the generators themselves that they have made by {@code Generator.of} or {@code
 * each} of a body in a variable, so that these are tracked as others are; the library's own are
 * not. The call becomes one of a generator method of the class:
 *
 * <pre>
 *   private static Generator generator$of(Body body) throws Exception {
 *     return Coroutines.done(body.run(Coroutines.current()));
 *   }
 * </pre>
 */
final class BodyGenerators {
  private static final String PREFIX = "generator$";

  private final ClassNode type;

  private BodyGenerators(ClassNode type) {
    this.type = type;
  }

  /** Replaces all calls that a class has, after {@link GeneratorLambdas} has replaced its own. */
  static void replace(ClassNode type) {
    BodyGenerators generators = new BodyGenerators(type);
    for (MethodNode method : List.copyOf(type.methods)) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof MethodInsnNode call && GeneratorLambdas.makesGenerator(call)) {
          generators.replace(method, call);
        }
      }
    }
  }

  private void replace(MethodNode method, MethodInsnNode call) {
    boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    String name = PREFIX + call.name;
    if (type.methods.stream().noneMatch(m -> m.name.equals(name) && m.desc.equals(call.desc))) {
      type.methods.add(generatorMethod(name, call.desc));
    }
    method.instructions.insertBefore(call, refusalOfNull());
    method.maxStack += 2;
    call.owner = type.name;
    call.name = name;
    call.itf = inInterface;
  }

  /** As the library refuses it: here, and not when the generator runs. */
  private static InsnList refusalOfNull() {
    MethodNode check = new MethodNode();
    InstructionAdapter code = new InstructionAdapter(check);
    code.dup();
    code.aconst("body");
    code.invokestatic(
        "java/util/Objects",
        "requireNonNull",
        "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
        false);
    code.pop();
    return check.instructions;
  }

  private static MethodNode generatorMethod(String name, String descriptor) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode method = new MethodNode(access, name, descriptor, null, null);
    String body = Type.getArgumentTypes(descriptor)[0].getInternalName();
    String result = body.equals(BODY) ? "Ljava/lang/Object;" : "";
    InstructionAdapter code = new InstructionAdapter(method);
    code.load(0, InstructionAdapter.OBJECT_TYPE);
    code.invokestatic(COROUTINES, "current", "()L" + YIELDER + ";", false);
    code.invokeinterface(body, "run", "(L" + YIELDER + ";)" + (result.isEmpty() ? "V" : result));
    code.invokestatic(COROUTINES, "done", "(" + result + ")L" + GENERATOR + ";", false);
    code.areturn(InstructionAdapter.OBJECT_TYPE);
    method.maxLocals = 1;
    method.maxStack = 2;
    method.visibleAnnotations = new ArrayList<>(List.of(new AnnotationNode(ANNOTATION)));
    return method;
  }
}
