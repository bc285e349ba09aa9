package dev.weft.differential;

import java.util.List;

/**
 * A script that did not do the same in both languages.
 *
 * @param trial the number of the trial
 * @param script the number of its script
 * @param shape how the program was written in Java
 * @param python what happened in Python
 * @param java what happened in Java
 */
record Difference(int trial, int script, Shape shape, List<String> python, List<String> java) {
  /** Both logs side by side, up to the first line that differs. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < python.size() && at < java.size() && python.get(at).equals(java.get(at))) {
      text.append("    ").append(python.get(at++)).append('\n');
    }
    text.append("  Python: ").append(line(python, at)).append('\n');
    return text.append("  Java:   ").append(line(java, at)).append('\n').toString();
  }

  private static String line(List<String> log, int at) {
    return at < log.size() ? log.get(at) : "(ends)";
  }
}
