package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The companions of one woven class: named after their content, and defined by the class when it
 * runs, unless they are class files of their own.
 */
final class Companions {
  /** No character needs more than two bytes in a class file's strings (JVMS 4.4.7). */
  private static final int LONGEST_PIECE = 65535 / 2;

  private static final int HASH_DIGITS = 10;

  private static final Handle DEFINE =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          RuntimeNames.COMPANIONS,
          "define",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  private final Occasion occasion;
  private final List<Companion> all = new ArrayList<>();

  Companions(Occasion occasion) {
    this.occasion = occasion;
  }

  /**
   * Adds a companion whose name ends with a hash of its class file, so that classes of one name are
   * the same.
   *
   * @param prefix what the name begins with
   * @param emitter makes the class file for a name
   */
  Companion add(String prefix, Function<String, byte[]> emitter) {
    String name = prefix + "$" + hash(emitter.apply(prefix));
    Companion companion = new Companion(name, emitter.apply(name));
    all.add(companion);
    return companion;
  }

  /** Those added, in that order. */
  List<Companion> all() {
    return all;
  }

  /** FNV-1a: the JDK's digests take longer to load than a class takes to be woven. */
  private static String hash(byte[] bytes) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return HexFormat.of().toHexDigits(hash ^ hash >>> 24, HASH_DIGITS);
  }

  /** Whether the companions are class files, which nobody has to define. */
  boolean areClassFiles() {
    return occasion == Occasion.BUILD;
  }

  /** The code that defines a companion, if anything has to; leaves the stack alone. */
  InsnList definition(Companion companion) {
    InsnList code = new InsnList();
    if (!areClassFiles()) {
      code.add(define(companion));
      code.add(new InsnNode(Opcodes.POP));
    }
    return code;
  }

  private static InvokeDynamicInsnNode define(Companion companion) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(RuntimeNames.VERSION);
    arguments.add(companion.name().replace('/', '.'));
    String bytes = new String(companion.bytes(), StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length(); at += LONGEST_PIECE) {
      arguments.add(bytes.substring(at, Math.min(bytes.length(), at + LONGEST_PIECE)));
    }
    return new InvokeDynamicInsnNode("define", "()Ljava/lang/Object;", DEFINE, arguments.toArray());
  }
}
