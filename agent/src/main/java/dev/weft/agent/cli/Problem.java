package dev.weft.agent.cli;

import dev.weft.agent.rewrite.model.Refusal;
import java.util.Comparator;
import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Something that cannot work when it runs.
 *
 * @param file the source file, with the directories of its package; the class if that is not known
 * @param line the line; -1 if that is not known
 * @param method the class and the method
 * @param reason what cannot be done
 * @param cure what to do instead
 */
record Problem(String file, int line, String method, String reason, String cure) {
  /** From the first file to the last, and from the first line to the last. */
  static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::reason);

  /** A problem in a method of a class. */
  static Problem in(ClassNode type, MethodNode method, int line, String reason, String cure) {
    return new Problem(
        sourceOf(type.name, Optional.ofNullable(type.sourceFile)),
        line,
        nameOf(type.name, method),
        reason,
        cure);
  }

  /** What weaving refuses. */
  static Problem of(Refusal refusal) {
    return new Problem(
        sourceOf(refusal.owner(), refusal.file()),
        refusal.line(),
        nameOf(refusal.owner(), refusal.method()),
        refusal.reason(),
        refusal.cure());
  }

  static String nameOf(String owner, MethodNode method) {
    return owner.replace('/', '.') + "." + method.name;
  }

  private static String sourceOf(String owner, Optional<String> sourceFile) {
    return sourceFile
        .map(file -> owner.substring(0, owner.lastIndexOf('/') + 1) + file)
        .orElse(owner);
  }

  /** Where it is, what it is, and on a line of its own the cure. */
  String text() {
    String place = line < 0 ? file : file + ":" + line;
    return place + ": " + method + ": " + reason + System.lineSeparator() + "    cure: " + cure;
  }
}
