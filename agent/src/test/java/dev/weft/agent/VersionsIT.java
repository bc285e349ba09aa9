package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Tour;
import dev.weft.runtime.Companions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes woven by the agent of one release that meet the library of another. */
class VersionsIT {
  private static final int OTHER = Companions.VERSION + 1;

  @TempDir private Path directory;

  /** Makes woven classes those of another release: their call sites name what they need. */
  private static byte[] ofOtherRelease(byte[] woven) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(woven)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return withOtherVersion(
                    super.visitMethod(access, name, descriptor, signature, thrown));
              }
            },
            0);
    return writer.toByteArray();
  }

  private static MethodVisitor withOtherVersion(MethodVisitor code) {
    return new MethodVisitor(Opcodes.ASM9, code) {
      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (bootstrap.getOwner().equals(Companions.class.getName().replace('.', '/'))) {
          arguments[0] = OTHER;
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      }
    };
  }

  @Test
  void they_say_so_with_and_without_the_agent() throws IOException {
    ForkedJvm.plain().agent(ForkedJvm.agentJar(), "dump=" + directory).run(Tour.class).output();
    Path woven = directory.resolve("dev/weft/programs/Tour.class");
    Files.write(woven, ofOtherRelease(Files.readAllBytes(woven)));
    for (ForkedJvm jvm : List.of(ForkedJvm.plain(), ForkedJvm.woven())) {
      assertThat(jvm.first(directory).run(Tour.class).err())
          .contains(
              "dev.weft.programs.Tour was woven for version "
                  + OTHER
                  + " of Weft's runtime, but this is version "
                  + Companions.VERSION
                  + ": use a weft-core and a weft-agent of one release");
    }
  }
}
