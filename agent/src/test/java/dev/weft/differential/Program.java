package dev.weft.differential;

import dev.weft.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;

/**
 * A few generator functions, of which each may call those after it, so that all of them end.
 *
 * @param bodies what they do; the first one makes the generator that a script drives
 */
record Program(List<List<Statement>> bodies) {
  private static final int MOST_FUNCTIONS = 4;

  /** A random program. */
  static Program draw(Choices choices) {
    int functions = 1 + choices.below(MOST_FUNCTIONS);
    List<List<Statement>> bodies = new ArrayList<>();
    int steps = 0;
    for (int i = 0; i < functions; i++) {
      BodyDrawing drawing = new BodyDrawing(choices, i, functions, steps);
      bodies.add(drawing.body());
      steps = drawing.steps();
    }
    return new Program(bodies);
  }

  /** The function whose generators a function of that number holds; none if it is the last. */
  boolean holds(int function) {
    return function + 1 < bodies.size();
  }

  /** Programs of which one statement is smaller, in every possible way. */
  List<Program> smaller() {
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      for (List<Statement> body : Statement.smaller(bodies.get(i))) {
        List<List<Statement>> changed = new ArrayList<>(bodies);
        changed.set(i, body);
        programs.add(new Program(changed));
      }
    }
    return programs;
  }
}
