package dev.weft.agent;

import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.WovenClass;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.LoadedTypeInitializer;
import net.bytebuddy.implementation.MethodAccessorFactory;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Gives whole class files to the weaver and takes them back, where Byte Buddy has visitors: what is
 * visited is written down, woven, and visited anew. Companions become auxiliary types.
 *
 * @param weaver weaves the class of an internal name
 */
record WeavingWrapper(BiFunction<String, byte[], Optional<WovenClass>> weaver)
    implements AsmVisitorWrapper {
  @Override
  public int mergeWriter(int flags) {
    return flags;
  }

  @Override
  public int mergeReader(int flags) {
    return flags;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor target,
      Implementation.Context context,
      TypePool typePool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    ClassWriter whole = new ClassWriter(writerFlags & ~ClassWriter.COMPUTE_FRAMES);
    return new ClassVisitor(OpenedClassReader.ASM_API, whole) {
      @Override
      public void visitEnd() {
        super.visitEnd();
        byte[] classFile = whole.toByteArray();
        Optional<WovenClass> woven = weaver.apply(type.getInternalName(), classFile);
        woven.ifPresent(result -> register(result.companions(), context));
        byte[] result = woven.map(WovenClass::bytes).orElse(classFile);
        OpenedClassReader.of(result).accept(target, readerFlags);
      }
    };
  }

  private static void register(List<Companion> companions, Implementation.Context context) {
    for (Companion companion : companions) {
      try {
        context.register(new CompanionType(companion));
      } catch (IllegalStateException e) {
        throw new IllegalStateException(
            "Weft adds classes, which Byte Buddy's entry point DECORATE does not allow: use REBASE,"
                + " its default",
            e);
      }
    }
  }

  /** A companion as Byte Buddy adds classes. */
  private record CompanionType(Companion companion) implements AuxiliaryType {
    @Override
    public DynamicType make(
        String suggestedName, ClassFileVersion version, MethodAccessorFactory accessors) {
      TypeDescription type =
          new TypeDescription.Latent(
              companion.name().replace('/', '.'),
              Opcodes.ACC_SYNTHETIC,
              TypeDescription.Generic.OfNonGenericType.ForLoadedType.of(Object.class),
              List.of());
      return new DynamicType.Default.Unloaded<Object>(
          type,
          companion.bytes(),
          LoadedTypeInitializer.NoOp.INSTANCE,
          List.of(),
          TypeResolutionStrategy.Passive.INSTANCE);
    }

    @Override
    public String getSuffix() {
      return companion.name();
    }
  }
}
