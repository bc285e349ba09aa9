package dev.weft.corpus;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is marked {@link Case}, found in class files, so that no test class is loaded for it.
 *
 * @param owner the simple name of the class of tests
 * @param method the marked method, null where the class is
 * @param ids the names of the cases
 * @param runs whether it is a test, or a program that a test runs
 */
record MarkedTests(String owner, @Nullable String method, List<String> ids, boolean runs) {
  private static final String PROGRAM = "()Ljava/lang/Object;";
  private static final String PROTOCOL = "Ldev/weft/protocol/";
  private static final Set<String> TESTS =
      Set.of(
          Type.getDescriptor(Test.class),
          Type.getDescriptor(ParameterizedTest.class),
          Type.getDescriptor(TestFactory.class),
          PROTOCOL + "EveryForm;",
          PROTOCOL + "DelegationTest$EveryWay;",
          PROTOCOL + "PlainSourcesTest$EverySource;");

  /** How the table names it. */
  String name() {
    return method == null ? owner : owner + "." + method;
  }

  /** All that is marked in the class files below a directory. */
  static List<MarkedTests> below(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .sorted()
          .flatMap(MarkedTests::in)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<MarkedTests> in(Path file) {
    try {
      Finder finder = new Finder();
      new ClassReader(Files.readAllBytes(file)).accept(finder, ClassReader.SKIP_CODE);
      return finder.found().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private static AnnotationVisitor collecting(List<String> ids) {
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String name, Object value) {
        ids.add((String) value);
      }

      @Override
      public AnnotationVisitor visitArray(String name) {
        return this;
      }
    };
  }

  private static final class Finder extends ClassVisitor {
    private static final String CASE = Type.getDescriptor(Case.class);

    private final List<String> ofClass = new ArrayList<>();
    private final List<Marks> methods = new ArrayList<>();
    private String owner = "";

    Finder() {
      super(Opcodes.ASM9);
    }

    List<MarkedTests> found() {
      boolean hasTests = methods.stream().anyMatch(Marks::isTest);
      List<MarkedTests> found = new ArrayList<>();
      if (!ofClass.isEmpty()) {
        found.add(new MarkedTests(owner, null, ofClass, hasTests));
      }
      for (Marks method : methods) {
        if (!method.ids.isEmpty()) {
          boolean runs = method.isTest() || (hasTests && method.isProgram());
          found.add(new MarkedTests(owner, method.name, method.ids, runs));
        }
      }
      return found;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] faces) {
      owner = simple(name);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(CASE) ? collecting(ofClass) : null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Marks marks = new Marks(access, name, descriptor);
      methods.add(marks);
      return marks;
    }
  }

  private static final class Marks extends MethodVisitor {
    private final String name;
    private final boolean isStatic;
    private final String descriptor;
    private final List<String> ids = new ArrayList<>();
    private final Set<String> annotations = new HashSet<>();

    Marks(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.name = name;
      this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
      this.descriptor = descriptor;
    }

    boolean isTest() {
      return annotations.stream().anyMatch(TESTS::contains);
    }

    boolean isProgram() {
      return isStatic
          && descriptor.equals(PROGRAM)
          && annotations.contains(Type.getDescriptor(Coroutine.class));
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      annotations.add(type);
      return type.equals(Finder.CASE) ? collecting(ids) : null;
    }
  }
}
