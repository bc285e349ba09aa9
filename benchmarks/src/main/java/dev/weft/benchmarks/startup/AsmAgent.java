package dev.weft.benchmarks.startup;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;

/**
 * Reads the class that Weft weaves with ASM, analyses its methods and writes it again: what that
 * library takes, cold, of anything that rewrites one class and needs to know its data flow.
 */
public final class AsmAgent implements ClassFileTransformer {
  private static final String REWRITTEN = SampleSources.MAIN_WITH_COROUTINE.replace('.', '/');

  private AsmAgent() {}

  public static void premain(String options, Instrumentation instrumentation) {
    instrumentation.addTransformer(new AsmAgent(), true);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return REWRITTEN.equals(name) ? Asm.rewritten(classFile) : null;
  }

  /** Loaded only where there is something to rewrite. */
  private static final class Asm {
    static byte[] rewritten(byte[] classFile) {
      ClassNode type = new ClassNode();
      new ClassReader(classFile).accept(type, 0);
      for (MethodNode method : type.methods) { // a lambda would take as long as much of this
        analyse(type.name, method);
      }
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      type.accept(writer);
      return writer.toByteArray();
    }

    private static void analyse(String owner, MethodNode method) {
      try {
        new Analyzer<>(new BasicInterpreter()).analyze(owner, method);
      } catch (AnalyzerException e) {
        throw new IllegalStateException(owner + "." + method.name, e);
      }
    }
  }
}
