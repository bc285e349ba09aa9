package dev.weft.agent.rewrite.emit;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Builds the class file of a companion: a final class that only its host knows. */
final class ClassBuilder {
  private static final int ACCESS = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;

  private final String name;
  private final String superclass;
  private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);

  ClassBuilder(String name, String superclass, String... interfaces) {
    this.name = name;
    this.superclass = superclass;
    type.visit(Opcodes.V17, ACCESS, name, null, superclass, interfaces);
  }

  /** Adds a field that the host can access. */
  void field(String field, String descriptor) {
    type.visitField(0, field, descriptor, null, null).visitEnd();
  }

  /** Adds a constant that the host can access, set when the class is initialised. */
  void constant(String field, String descriptor, CodeBlock value) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    type.visitField(access, field, descriptor, null, null).visitEnd();
    method(
        Opcodes.ACC_STATIC,
        "<clinit>",
        "()V",
        code -> {
          value.write(code);
          code.putstatic(name, field, descriptor);
          code.areturn(Type.VOID_TYPE);
        });
  }

  /** Adds a method. */
  void method(int access, String method, String descriptor, CodeBlock code) {
    MethodVisitor visitor = type.visitMethod(access, method, descriptor, null, null);
    visitor.visitCode();
    code.write(new InstructionAdapter(visitor));
    visitor.visitMaxs(0, 0);
    visitor.visitEnd();
  }

  /** A field, and the type of the constructor's argument that it takes. */
  record Assigned(String field, String descriptor) {}

  /** Adds a constructor that takes the values of fields, in their order. */
  void constructor(List<Assigned> fields) {
    method(
        0,
        "<init>",
        constructorDescriptor(fields),
        code -> {
          code.load(0, InstructionAdapter.OBJECT_TYPE);
          code.invokespecial(superclass, "<init>", "()V", false);
          int parameter = 1;
          for (Assigned field : fields) {
            Type fieldType = Type.getType(field.descriptor());
            code.load(0, InstructionAdapter.OBJECT_TYPE);
            code.load(parameter, fieldType);
            code.putfield(name, field.field(), field.descriptor());
            parameter += fieldType.getSize();
          }
          code.areturn(Type.VOID_TYPE);
        });
  }

  /** The descriptor of such a constructor. */
  static String constructorDescriptor(List<Assigned> fields) {
    StringBuilder descriptor = new StringBuilder("(");
    fields.forEach(field -> descriptor.append(field.descriptor()));
    return descriptor.append(")V").toString();
  }

  /** Emits the reading of a field of this. */
  void get(InstructionAdapter code, String field, String descriptor) {
    code.load(0, InstructionAdapter.OBJECT_TYPE);
    code.getfield(name, field, descriptor);
  }

  /** The class file. */
  byte[] build() {
    type.visitEnd();
    return type.toByteArray();
  }
}
