package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parser that is fed: written as recursive descent that reads character by character, it stops in
 * the middle of anything, however deep, until more text is sent.
 *
 * <p>Prints for each piece of a stream of JSON values those that it completes, and what a piece
 * leads to that is no JSON.
 */
public final class E10PushParser {
  private static final List<String> PIECES =
      List.of(
          "{\"id\": 1, \"ta", "gs\": [\"a\", \"b\"]} {\"id", "\": 2} [tr", "ue, nul", "l, -1.5]");

  private List<Object> completed = new ArrayList<>();
  private String text = "";
  private int at;

  private E10PushParser() {}

  /** Feeds a stream of values, piece by piece. */
  public static void main(String[] args) {
    Generator<List<Object>, String, Void> parser = new E10PushParser().values();
    parser.next();
    for (String piece : PIECES) {
      System.out.println(piece + " -> " + parser.send(piece));
    }
    try {
      parser.send("[1; 2]");
    } catch (IllegalArgumentException e) {
      System.out.println("[1; 2] -> " + e.getMessage());
    }
  }

  /** Takes text in and gives out what it completes. */
  @Coroutine
  Generator<List<Object>, String, Void> values() {
    while (true) {
      Object value = value(); // first: meanwhile the list has been handed out, and is another one
      completed.add(value);
    }
  }

  /** The next character, which stays; at the end of the text this waits for more. */
  @Coroutine
  private char peek() {
    while (at == text.length()) {
      List<Object> values = completed;
      completed = new ArrayList<>();
      text = Coroutines.yield(values);
      at = 0;
    }
    return text.charAt(at);
  }

  @Coroutine
  private char read() {
    char next = peek();
    at++;
    return next;
  }

  @Coroutine
  private char peekPastSpace() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
    return peek();
  }

  @Coroutine
  private boolean takeComma() {
    boolean comma = peekPastSpace() == ',';
    if (comma) {
      read();
    }
    return comma;
  }

  @Coroutine
  private Object value() {
    return switch (peekPastSpace()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> literal();
    };
  }

  @Coroutine
  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    read();
    boolean more = peekPastSpace() != '}';
    while (more) {
      expect('"', peekPastSpace());
      String name = string();
      expect(':', peekPastSpace());
      read();
      members.put(name, value());
      more = takeComma();
    }
    expect('}', read());
    return members;
  }

  @Coroutine
  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    read();
    boolean more = peekPastSpace() != ']';
    while (more) {
      elements.add(value());
      more = takeComma();
    }
    expect(']', read());
    return elements;
  }

  @Coroutine
  private String string() {
    StringBuilder content = new StringBuilder();
    read();
    for (char c = read(); c != '"'; c = read()) {
      content.append(c == '\\' ? escaped() : c);
    }
    return content.toString();
  }

  @Coroutine
  private char escaped() {
    char c = read();
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt("" + read() + read() + read() + read(), 16);
      default -> c;
    };
  }

  /** A number is known to end by what follows it. */
  @Coroutine
  private Object literal() {
    StringBuilder word = new StringBuilder();
    while (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0) {
      word.append(read());
    }
    return switch (word.toString()) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> Double.valueOf(word.toString());
    };
  }

  private static void expect(char expected, char found) {
    if (found != expected) {
      throw new IllegalArgumentException("expected " + expected + " but found " + found);
    }
  }
}
