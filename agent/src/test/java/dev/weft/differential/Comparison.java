package dev.weft.differential;

import dev.weft.behaviour.Source;
import dev.weft.weaving.WeavingLoader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs trials in both languages and compares.
 *
 * <ol>
 *   <li>One Python runs all of them.
 *   <li>javac compiles all programs together, in every shape; they are woven and run here.
 *   <li>The logs have to be the same, line by line.
 * </ol>
 */
final class Comparison {
  private static final String PACKAGE = "dev.weft.differential";

  /** In Python's log: what follows depends on the version of Python. */
  private static final String UNDECIDED = "undecided";

  private final Figures figures;
  private final WeavingLoader loader = new WeavingLoader();
  private final Method run;

  private Comparison(List<Trial> trials, Figures figures) throws ReflectiveOperationException {
    this.figures = figures;
    compile(trials).forEach(loader::with);
    run = loader.loadClass(World.class.getName()).getDeclaredMethod("run", Class.class, List.class);
    run.setAccessible(true);
  }

  /** What differs: the first script and shape of each trial that does. */
  static List<Difference> differences(List<Trial> trials, Figures figures) {
    try {
      List<List<String>> python = Python.logs(trials);
      Comparison comparison = new Comparison(trials, figures);
      List<Difference> differences = new ArrayList<>();
      int next = 0;
      for (int i = 0; i < trials.size(); i++) {
        int end = next + trials.get(i).scripts().size();
        comparison.compare(i, trials.get(i), python.subList(next, end), differences);
        next = end;
      }
      figures.programs += trials.size();
      figures.differences += differences.size();
      return differences;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> compile(List<Trial> trials) {
    Map<String, String> texts = new HashMap<>();
    for (Trial trial : trials) {
      trial.twin().java().forEach((shape, text) -> texts.put(trial.twin().type(shape), text));
    }
    Source.Compiled compiled = Source.compile(PACKAGE, texts, "17");
    if (!compiled.messages().isEmpty()) {
      throw new IllegalStateException(compiled.messages().toString());
    }
    return compiled.classes();
  }

  private void compare(
      int number, Trial trial, List<List<String>> python, List<Difference> differences)
      throws ReflectiveOperationException {
    for (int i = 0; i < python.size(); i++) {
      figures.scripts++;
      figures.operations += trial.scripts().get(i).size();
      figures.events += python.get(i).size();
      for (Shape shape : trial.twin().java().keySet()) {
        List<String> java = java(trial.twin().type(shape), trial.scripts().get(i));
        if (differ(python.get(i), java)) {
          differences.add(new Difference(number, i, shape, python.get(i), java));
          return;
        }
      }
    }
  }

  private List<String> java(String type, List<String> script) throws ReflectiveOperationException {
    String log = (String) run.invoke(null, loader.loadClass(PACKAGE + "." + type), script);
    return log.lines().toList();
  }

  private static boolean differ(List<String> python, List<String> java) {
    int decided = python.indexOf(UNDECIDED);
    if (decided < 0) {
      return !python.equals(java);
    }
    return decided > java.size() || !python.subList(0, decided).equals(java.subList(0, decided));
  }
}
