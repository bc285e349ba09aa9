package dev.weft.agent.rewrite.find;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The constant pool of a class file (JVMS 4.4), found by hand: every class that a program loads is
 * looked at, and most programs would load ASM for nothing else.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int INVOKE_DYNAMIC = 18;

  private static final int COUNT = 8;

  /** How many bytes a constant takes, its tag included, by the tag; for UTF8, without the text. */
  private static final byte[] SIZES = {
    0, 3, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private final byte[] classFile;
  private final int[] places;
  private final List<Integer> invokeDynamics = new ArrayList<>(0);
  private final int end;

  /** Finds the constants of a class file. */
  ConstantPool(byte[] classFile) {
    this.classFile = classFile;
    this.places = new int[unsignedShort(COUNT)];
    this.end = find(classFile, places);
  }

  private int find(byte[] bytes, int[] found) {
    int at = COUNT + 2;
    for (int i = 1; i < found.length; i++) {
      found[i] = at;
      int tag = bytes[at];
      if (tag == UTF8) {
        at += unsignedShort(at + 1);
      } else if (tag == LONG || tag == DOUBLE) {
        i++; // counts twice
      } else if (tag == INVOKE_DYNAMIC) {
        invokeDynamics.add(at);
      }
      at += SIZES[tag];
    }
    return at;
  }

  /** Where the rest of the class file begins: with the access flags. */
  int end() {
    return end;
  }

  /** A number in the class file. */
  int unsignedShort(int at) {
    return (classFile[at] & 0xFF) << 8 | (classFile[at + 1] & 0xFF);
  }

  /** The classes that invokedynamic instructions evaluate to, without those of {@code java}. */
  List<String> evaluatedClasses() {
    List<String> classes = new ArrayList<>(0);
    for (int at : invokeDynamics) {
      int descriptor = places[unsignedShort(at + 3)] + 3;
      int result = resultType(places[unsignedShort(descriptor)] + 1);
      if (classFile[result] == 'L' && !isJava(result + 1)) {
        String text = text(descriptor);
        classes.add(text.substring(text.indexOf(')') + 2, text.length() - 1));
      }
    }
    return classes;
  }

  /** Where the result begins in a descriptor that is at a place, with its length before it. */
  private int resultType(int place) {
    int at = place + 1 + unsignedShort(place);
    while (classFile[at] != ')') {
      at--;
    }
    return at + 1;
  }

  /** Whether the class whose number stands at a place is of {@code java}. */
  boolean isJavaClass(int at) {
    int name = places[unsignedShort(at)] + 1;
    return isJava(places[unsignedShort(name)] + 3);
  }

  /** Most classes named are; to make a string of each takes longer than all else. */
  private boolean isJava(int name) {
    return classFile[name] == 'j'
        && classFile[name + 1] == 'a'
        && classFile[name + 2] == 'v'
        && classFile[name + 3] == 'a'
        && classFile[name + 4] == '/';
  }

  /** The internal name of a class, whose number stands at a place. */
  String className(int at) {
    return text(places[unsignedShort(at)] + 1);
  }

  /** The text whose number stands at a place. */
  private String text(int at) {
    int place = places[unsignedShort(at)] + 1;
    int length = unsignedShort(place);
    String text = new String(classFile, place + 2, length, StandardCharsets.UTF_8);
    boolean decoded = text.indexOf('\uFFFD') < 0;
    return decoded ? text : modifiedUtf8(place, length);
  }

  /** Class files have an encoding of their own for some rare characters. */
  private String modifiedUtf8(int place, int length) {
    try {
      return new DataInputStream(new ByteArrayInputStream(classFile, place, length + 2)).readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException("a constant is no text", e);
    }
  }
}
