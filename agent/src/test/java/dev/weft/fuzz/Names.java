package dev.weft.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What belongs to a whole random program: its names, its methods, and how large it may grow. */
final class Names {
  private final String type;
  private final int release;
  private final List<Function> functions = new ArrayList<>();
  private int last;
  private int fuel;

  Names(String type, int release, int fuel) {
    this.type = type;
    this.release = release;
    this.fuel = fuel;
  }

  /** The simple name of the program's class. */
  String type() {
    return type;
  }

  /** The version of Java that it is written in. */
  int release() {
    return release;
  }

  /** The methods that may be called: those written already, so that nothing recurses. */
  List<Function> functions() {
    return functions;
  }

  String fresh(String stem) {
    return stem + ++last;
  }

  /** Whether there may be more; asking uses some up. */
  boolean hasFuel() {
    return fuel-- > 0;
  }

  void refuel(int amount) {
    fuel = amount;
  }
}
