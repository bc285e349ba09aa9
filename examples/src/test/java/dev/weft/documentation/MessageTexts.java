package dev.weft.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * The texts in class files of which messages are made: constants, and the constant parts of what is
 * put together of them. A text is two words at least.
 */
final class MessageTexts {
  /** Stands for a value in what javac makes of a concatenation, and in a format; or is one. */
  private static final Pattern VALUE = Pattern.compile("[\u0001\u0002]|%,?[dsn]|\\d+");

  private static final Pattern TWO_WORDS = Pattern.compile("\\p{L} +\\p{L}");
  private static final int CONSTANT_STRING = 8;

  private MessageTexts() {}

  /** All texts of those classes below a directory. */
  static Set<String> in(Path classes, Predicate<Path> those) {
    Set<String> texts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        if (those.test(file)) {
          addConstants(new ClassReader(Files.readAllBytes(file)), texts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static void addConstants(ClassReader type, Set<String> texts) {
    char[] buffer = new char[type.getMaxStringLength()];
    for (int i = 1; i < type.getItemCount(); i++) {
      int place = type.getItem(i);
      if (place > 0 && type.readByte(place - 1) == CONSTANT_STRING) {
        parts((String) type.readConst(i, buffer)).forEach(texts::add);
      }
    }
  }

  /** The constant parts of a message, without the name of the program that says it. */
  static Stream<String> parts(String message) {
    return VALUE
        .splitAsStream(message.replaceFirst("^weft: ", ""))
        .filter(part -> TWO_WORDS.matcher(part).find())
        .map(Page::normalised);
  }
}
