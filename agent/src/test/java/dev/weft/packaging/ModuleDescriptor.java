package dev.weft.packaging;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Declares the agent's jar as a module, for programs that install the agent themselves: as an agent
 * it is on the class path. A declaration in the sources would require ASM and Byte Buddy, which are
 * no modules any more in the jar.
 */
final class ModuleDescriptor {
  /** Its place in the jar. */
  static final String FILE = "module-info.class";

  private static final String AGENT = "dev/weft/agent";

  /** The JVM calls the class by which Byte Buddy attaches. */
  private static final String ATTACHED = AGENT + "/shaded/bytebuddy/agent";

  private ModuleDescriptor() {}

  /** The class file. */
  static byte[] make() {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = type.visitModule(AGENT.replace('/', '.'), 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    module.visitRequire("java.instrument", 0, null);
    module.visitRequire("jdk.attach", 0, null);
    module.visitExport(AGENT, 0);
    module.visitExport(ATTACHED, 0, "java.instrument");
    module.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
