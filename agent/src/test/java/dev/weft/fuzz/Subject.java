package dev.weft.fuzz;

import java.util.List;
import java.util.Map;

/** A kind of random programs, and how they are checked. */
interface Subject {
  /** In what is printed, and in the names of files. */
  String name();

  /** Makes a program of each of these; what differs, by its place in the list. */
  Map<Integer, String> differences(List<Choices> programs, Figures figures);

  /** A program as it is kept to be run again: the end of the file's name, and what it holds. */
  Kept keep(Choices program);

  /** A program that failed. */
  record Kept(String extension, byte[] content) {}
}
