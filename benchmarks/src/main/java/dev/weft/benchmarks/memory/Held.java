package dev.weft.benchmarks.memory;

/**
 * What one of a shape holds.
 *
 * @param heapBytes of the Java heap
 * @param residentBytes of physical memory, where it has a stack outside the heap; else {@link
 *     #UNKNOWN}, for the heap of a process grows in large steps
 */
record Held(double heapBytes, double residentBytes) {
  /** Stands for a number that could not be had. */
  static final double UNKNOWN = -1;

  private static final String MARK = "held";

  /** One line by which a measuring JVM hands this to the one that started it. */
  String toLine() {
    return MARK + " " + heapBytes + " " + residentBytes;
  }

  /** Finds that line in all that a JVM printed. */
  static Held in(String output) {
    String line =
        output
            .lines()
            .filter(candidate -> candidate.startsWith(MARK + " "))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nothing was measured:\n" + output));
    String[] words = line.split(" ", -1);
    return new Held(Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }
}
