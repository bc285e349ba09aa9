package dev.weft.agent.rewrite.model;

import java.util.Optional;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method that is not woven as asked: where, why, and how to mend it. Its body becomes one that
 * throws the message.
 *
 * @param owner the internal name of the class
 * @param file the source file, if the class file tells
 * @param method the method
 * @param line the line, or -1
 * @param reason what cannot be done
 * @param cure what to do instead
 */
public record Refusal(
    String owner, Optional<String> file, MethodNode method, int line, String reason, String cure) {
  /** What to tell the user, worded the way all are worded. */
  public String message() {
    String place =
        file.map(f -> line < 0 ? " (" + f + ")" : " (" + f + ":" + line + ")").orElse("");
    String where = owner.replace('/', '.') + "." + method.name + place;
    return "Weft cannot weave " + where + ": " + reason + "; " + cure;
  }
}
