package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** The tables of lines and of variables in woven bodies. */
class DebugInformationTest {
  private static ClassNode original(Class<?> type) throws IOException {
    ClassNode node = new ClassNode();
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
    }
    return node;
  }

  private static ClassNode woven(String name, WeavingLoader loader) throws Exception {
    Class.forName(name, false, loader);
    ClassNode node = new ClassNode();
    new ClassReader(loader.woven(name).orElseThrow().bytes()).accept(node, ClassReader.SKIP_FRAMES);
    return node;
  }

  /** Each body, beside the method that it was made of. */
  private static List<MethodNode[]> bodies(Class<?> type, boolean keepScopes) throws Exception {
    List<MethodNode[]> pairs = new ArrayList<>();
    ClassNode original = original(type);
    for (MethodNode body : woven(type.getName(), new WeavingLoader(keepScopes)).methods) {
      if (RuntimeNames.isBodyDescriptor(body.desc)) {
        original.methods.stream()
            .filter(method -> method.name.equals(body.name))
            .forEach(method -> pairs.add(new MethodNode[] {method, body}));
      }
    }
    assertThat(pairs).isNotEmpty();
    return pairs;
  }

  private static List<Integer> lines(MethodNode method) {
    List<Integer> lines = new ArrayList<>();
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof LineNumberNode number) {
        lines.add(number.line);
      }
    }
    return lines;
  }

  private static boolean isWithin(List<Integer> part, List<Integer> whole) {
    int at = 0;
    for (int line : whole) {
      if (at < part.size() && line == part.get(at)) {
        at++;
      }
    }
    return at == part.size();
  }

  @Case({"DB-01", "DB-04"})
  @ParameterizedTest
  @ValueSource(
      classes = {ExceptionsTest.class, LocalsTest.class, LoopsTest.class, SwitchesTest.class})
  void lines_stay_in_order_and_none_is_there_twice(Class<?> type) throws Exception {
    for (MethodNode[] pair : bodies(type, false)) {
      List<Integer> before = lines(pair[0]);
      assertThat(lines(pair[1])).as(pair[0].name).containsAll(before);
      assertThat(new HashSet<>(lines(pair[1]))).isEqualTo(new HashSet<>(before));
      assertThat(isWithin(before, lines(pair[1]))).as("lines of %s", pair[0].name).isTrue();
      assertOneLinePerInstruction(pair[1]);
    }
  }

  private static void assertOneLinePerInstruction(MethodNode method) {
    boolean told = false;
    for (AbstractInsnNode node : method.instructions) {
      if (node.getOpcode() >= 0) {
        told = false;
      } else if (node instanceof LineNumberNode number) {
        assertThat(told).as("line %s of %s", number.line, method.name).isFalse();
        told = true;
      }
    }
  }

  /** With scopes kept: else what is dead is in the table still, but not in its slot. */
  @Case("DB-02")
  @ParameterizedTest
  @ValueSource(
      classes = {
        ChainsTest.class,
        ExceptionsTest.class,
        LocalsTest.class,
        MoreLocalsTest.class,
        ResourcesTest.class,
        SwitchesTest.class
      })
  void a_variable_is_in_the_table_where_its_slot_holds_it(Class<?> type) throws Exception {
    for (MethodNode[] pair : bodies(type, true)) {
      Set<String> names = new HashSet<>();
      pair[1].localVariables.forEach(variable -> names.add(variable.name));
      pair[0].localVariables.forEach(variable -> assertThat(names).contains(variable.name));
      Frame<BasicValue>[] frames =
          new Analyzer<>(new BasicInterpreter()).analyze(type.getName(), pair[1]);
      pair[1].localVariables.forEach(variable -> assertHeld(pair[1], variable, frames));
    }
  }

  private static void assertHeld(
      MethodNode method, LocalVariableNode variable, Frame<BasicValue>[] frames) {
    int start = method.instructions.indexOf(variable.start);
    int end = method.instructions.indexOf(variable.end);
    assertThat(start).as("range of %s in %s", variable.name, method.name).isLessThan(end);
    for (int i = start; i < end; i++) {
      if (frames[i] != null && method.instructions.get(i).getOpcode() >= 0) {
        assertThat(sort(frames[i].getLocal(variable.index).getType()))
            .as("%s at %s in %s", variable.name, i - start, method.name)
            .isEqualTo(sort(Type.getType(variable.desc)));
      }
    }
  }

  /** References are all alike to the analysis, and so are the types that are ints in a slot. */
  private static int sort(Type type) {
    if (type == null) {
      return -1;
    }
    int sort = Math.min(type.getSort(), Type.ARRAY);
    return sort <= Type.INT ? Type.INT : sort;
  }

  private static byte[] withSourceMap(Class<?> type) throws IOException {
    ClassNode node = original(type);
    node.sourceFile = "Other.language";
    node.sourceDebug = "SMAP\nOther.language\n";
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    node.accept(writer);
    return writer.toByteArray();
  }

  @Case("DB-06")
  @Test
  void the_source_file_and_its_map_stay() throws Exception {
    String name = LoopsTest.class.getName();
    WeavingLoader loader = new WeavingLoader().with(name, withSourceMap(LoopsTest.class));
    ClassNode woven = woven(name, loader);
    assertThat(woven.sourceFile).isEqualTo("Other.language");
    assertThat(woven.sourceDebug).isEqualTo("SMAP\nOther.language\n");
  }
}
