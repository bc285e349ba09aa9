package dev.weft.programs;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program of no coroutines. */
public final class Plain {
  private Plain() {}

  /** Prints the first squares. */
  public static void main(String[] args) {
    System.out.println(
        IntStream.range(0, 4).mapToObj(i -> i + "^2=" + i * i).collect(Collectors.joining(" ")));
    System.out.println(Plain.class.getDeclaredFields().length);
  }
}
