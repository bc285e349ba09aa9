package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.weaving.Case;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * All programs of this package once more, as the compilers make them for every version of Java from
 * 8 on, with and without debug information.
 *
 * <p>Members that an older version does not know are left out, which is said.
 */
class RecompiledTest {
  private static final Path DIRECTORY = Path.of("src", "test", "java", "dev", "weft", "behaviour");
  private static final int NEWEST = Runtime.version().feature();
  private static final int MOST_ROUNDS = 10;
  private static final String BROKEN_IN = ConstructionsTest.class.getName();

  /** The JVM's verifier refuses what Eclipse's compiler makes of these, woven or not. */
  private static final Set<String> BROKEN =
      Set.of("a_switch_with_try_as_argument", "nested_switches_with_try_as_arguments");

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
  private static final Map<String, List<SourceFile>> FILES = new HashMap<>();

  @TempDir Path directory;

  static Stream<Arguments> settings() {
    return Stream.of("8", "11", "17", "21", "25")
        .filter(release -> Integer.parseInt(release) <= NEWEST)
        .flatMap(release ->
            Stream.of("-g", "-g:none")
                .flatMap(debug ->
                    Stream.of("javac", "ecj")
                        .map(compiler -> Arguments.of(compiler, release, debug))));
  }

  @Case("XC-08")
  @ParameterizedTest
  @MethodSource("settings")
  void runs_the_same_however_it_is_compiled(String compiler, String release, String debug)
      throws IOException {
    List<SourceFile> files = FILES.computeIfAbsent(release, RecompiledTest::files);
    Map<String, byte[]> classes =
        compiler.equals("ecj")
            ? compileByEclipse(files, release, debug)
            : Compilation.of(JAVAC, files, release, debug).classes();
    if (compiler.equals("ecj")) {
      classes.computeIfPresent(BROKEN_IN, (name, bytes) -> without(bytes, BROKEN));
    }
    int run = 0;
    for (SourceFile file : files) {
      run += Differential.checkAll(file.className(), of(file, classes));
    }
    int all = all();
    System.out.printf(
        "%s for %s %s: %d programs run, %d left out%n", compiler, release, debug, run, all - run);
    assertThat(run).isGreaterThan(all / 2);
    if (Integer.parseInt(release) >= 17) {
      assertThat(run).isEqualTo(compiler.equals("ecj") ? all - BROKEN.size() : all);
    }
  }

  /** The files, without what that version of Java does not know. */
  private static List<SourceFile> files(String release) {
    List<SourceFile> files = SourceFile.in(DIRECTORY, "Differential.programs(");
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Compilation compilation = Compilation.of(JAVAC, files, release, "-g");
      if (compilation.errors().isEmpty()) {
        return files;
      }
      compilation
          .errors()
          .forEach(
              error -> SourceFile.find(files, error.getSource()).leaveOut(error.getPosition()));
      files.removeIf(file -> !file.isUsable());
    }
    throw new AssertionError("still not compiled for " + release);
  }

  /** It reads files only, and calls its options otherwise. */
  private Map<String, byte[]> compileByEclipse(List<SourceFile> files, String release, String debug)
      throws IOException {
    Path sources = directory.resolve("sources");
    Path classes = directory.resolve("classes");
    Files.createDirectories(sources);
    for (SourceFile file : files) {
      file.writeTo(sources);
    }
    String classPath = System.getProperty("java.class.path");
    String[] options = {
      "-source",
      release,
      "-target",
      release,
      "-proc:none",
      "-nowarn",
      debug,
      "-cp",
      classPath,
      "-d",
      classes.toString(),
      sources.toString()
    };
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    assertThat(BatchCompiler.compile(options, out, out, null)).as(messages.toString()).isTrue();
    return Languages.classFiles(classes);
  }

  private static byte[] without(byte[] classFile, Set<String> methods) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor filter =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return methods.contains(name)
                ? null
                : super.visitMethod(access, name, descriptor, signature, exceptions);
          }
        };
    new ClassReader(classFile).accept(filter, 0);
    return writer.toByteArray();
  }

  private static Map<String, byte[]> of(SourceFile file, Map<String, byte[]> classes) {
    Map<String, byte[]> own = new HashMap<>(classes);
    own.keySet()
        .removeIf(
            name -> !name.equals(file.className()) && !name.startsWith(file.className() + "$"));
    return own;
  }

  private static int all() {
    return SourceFile.in(DIRECTORY, "Differential.programs(").stream()
        .mapToInt(file -> (int) Differential.programs(file.loaded()).count())
        .sum();
  }
}
