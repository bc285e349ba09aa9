package dev.weft.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Random bytecode; what the JVM's verifier refuses unwoven is discarded. */
final class BytecodeSubject implements Subject {
  private static final String STEM = "dev.weft.fuzz.Program";

  @Override
  public String name() {
    return "bytecode";
  }

  @Override
  public Map<Integer, String> differences(List<Choices> programs, Figures figures) {
    Map<String, byte[]> classes = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      names.add(STEM + i);
      classes.put(STEM + i, classFile(programs.get(i), STEM + i));
    }
    Map<Integer, String> differences = new TreeMap<>();
    Comparison.differences(classes, names, figures)
        .forEach((name, what) -> differences.put(names.indexOf(name), what));
    return differences;
  }

  private static byte[] classFile(Choices program, String name) {
    return BytecodeProgram.of(program, name.replace('.', '/'));
  }

  @Override
  public Kept keep(Choices program) {
    return new Kept(".class", classFile(program, STEM));
  }
}
