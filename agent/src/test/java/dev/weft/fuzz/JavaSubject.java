package dev.weft.fuzz;

import dev.weft.behaviour.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Random structured methods in Java.
 *
 * <p>All programs of one version of Java are compiled together; one that the compiler refuses is
 * discarded.
 */
final class JavaSubject implements Subject {
  private static final String PACKAGE = "dev.weft.fuzz";
  private static final String STEM = "Program";
  private static final List<Integer> RELEASES =
      IntStream.of(21, 17, 11, 8, 25)
          .filter(release -> release <= Runtime.version().feature())
          .boxed()
          .toList();

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Map<Integer, String> differences(List<Choices> programs, Figures figures) {
    Map<Integer, Map<String, String>> texts = new TreeMap<>();
    for (int i = 0; i < programs.size(); i++) {
      String type = STEM + i;
      JavaProgram written = JavaProgram.of(programs.get(i), type, RELEASES);
      texts
          .computeIfAbsent(written.release(), release -> new HashMap<>())
          .put(type, written.text());
    }
    Map<String, byte[]> classes = new HashMap<>();
    texts.forEach((release, some) -> classes.putAll(compile(release, some, figures)));
    List<String> compiled = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      if (classes.containsKey(PACKAGE + "." + STEM + i)) {
        compiled.add(PACKAGE + "." + STEM + i);
      }
    }
    Map<Integer, String> differences = new TreeMap<>();
    int start = PACKAGE.length() + 1 + STEM.length();
    Comparison.differences(classes, compiled, figures)
        .forEach((type, what) -> differences.put(Integer.valueOf(type.substring(start)), what));
    return differences;
  }

  /** Compiles those that compile; the compiler may also fail of itself, and not say at which. */
  private static Map<String, byte[]> compile(
      int release, Map<String, String> texts, Figures figures) {
    Source.Compiled compiled = Source.compile(PACKAGE, texts, String.valueOf(release));
    if (compiled.messages().isEmpty()) {
      return compiled.classes();
    }
    Map<String, byte[]> classes = new HashMap<>();
    Map<String, String> left = new HashMap<>(texts);
    left.keySet().removeAll(compiled.messages().keySet());
    if (left.size() < texts.size()) {
      discard(compiled.messages(), figures);
      classes.putAll(left.isEmpty() ? Map.of() : compile(release, left, figures));
    } else if (texts.size() == 1) {
      discard(compiled.messages(), figures);
    } else {
      List<String> names = List.copyOf(texts.keySet());
      left.keySet().removeAll(names.subList(0, names.size() / 2));
      classes.putAll(compile(release, left, figures));
      Map<String, String> others = new HashMap<>(texts);
      others.keySet().removeAll(left.keySet());
      classes.putAll(compile(release, others, figures));
    }
    return classes;
  }

  private static void discard(Map<String, String> messages, Figures figures) {
    if (Boolean.getBoolean("weft.fuzz.messages")) {
      messages.values().forEach(System.out::println);
    }
    figures.programs += messages.size();
    figures.discards += messages.size();
  }

  @Override
  public Kept keep(Choices program) {
    String text = JavaProgram.of(program, STEM, RELEASES).text();
    return new Kept(".source", text.getBytes(StandardCharsets.UTF_8));
  }
}
