package dev.weft.agent.rewrite.emit;

import static dev.weft.agent.rewrite.model.RuntimeNames.OVERRIDES;

import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.MethodNode;

/**
 * Emits how a twin gets what is known of the overrides of its method: a constant, which nothing
 * makes before an object of a subclass is met.
 *
 * <ol>
 *   <li>While the class is loaded, an invokedynamic instruction, which needs no class.
 *   <li>In the build, a field of a companion: what links an instruction at run time is what native
 *       images are slow at, or cannot do.
 * </ol>
 */
final class OverridesEmitter {
  private static final String DESCRIPTOR = "L" + OVERRIDES + ";";
  private static final String FIELD = "overrides";

  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          OVERRIDES,
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private OverridesEmitter() {}

  /** Pushes what is known of the overrides of a method. */
  static void push(
      InstructionAdapter code, String declaring, MethodNode method, Companions companions) {
    if (!companions.areClassFiles()) {
      Object[] arguments = {RuntimeNames.VERSION, method.desc};
      code.invokedynamic(method.name, "()" + DESCRIPTOR, LINK, arguments);
      return;
    }
    Companion holder =
        companions.add(
            declaring + RuntimeNames.COMPANION_MARK + method.name + "$overrides",
            name -> holder(name, declaring, method));
    code.getstatic(holder.name(), FIELD, DESCRIPTOR);
  }

  private static byte[] holder(String name, String declaring, MethodNode method) {
    ClassBuilder type = new ClassBuilder(name, "java/lang/Object");
    type.constant(
        FIELD,
        DESCRIPTOR,
        code -> {
          code.tconst(Type.getObjectType(declaring));
          code.aconst(method.name);
          code.aconst(method.desc);
          code.invokestatic(
              OVERRIDES,
              "of",
              "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;)" + DESCRIPTOR,
              false);
        });
    return type.build();
  }
}
