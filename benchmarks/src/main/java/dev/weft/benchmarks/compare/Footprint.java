package dev.weft.benchmarks.compare;

/**
 * What one suspended thing holds.
 *
 * @param heapBytes of the Java heap
 * @param residentBytes of physical memory, stacks included; {@link #UNKNOWN} where the operating
 *     system does not tell or it was not asked
 * @param reservedStackBytes of address space set aside for a stack of its own; 0 if it has none
 */
record Footprint(double heapBytes, double residentBytes, double reservedStackBytes) {
  /** Stands for a number that could not be had. */
  static final double UNKNOWN = -1;

  private static final String MARK = "footprint";

  /** One line by which a measuring JVM hands this to the one that started it. */
  String toLine() {
    return MARK + " " + heapBytes + " " + residentBytes + " " + reservedStackBytes;
  }

  static boolean isLine(String line) {
    return line.startsWith(MARK + " ");
  }

  static Footprint ofLine(String line) {
    String[] words = line.split(" ", -1);
    return new Footprint(
        Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
  }
}
