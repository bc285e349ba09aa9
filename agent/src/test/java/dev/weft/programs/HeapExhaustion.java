package dev.weft.programs;

import dev.weft.Generator;
import dev.weft.programs.Outcomes.Outcome;

/** Yields from deep subroutines in a heap that is full; prints the outcomes. */
public final class HeapExhaustion {
  private static final int DEPTH = 500;
  private static final int ATTEMPTS = 6;
  private static final int BYTES_A_FRAME = 16;

  private static final Outcomes outcomes = new Outcomes();

  private static Object ballast;

  @SuppressWarnings("UnusedVariable") // what counts is that it is held
  private static Object reserve;

  private HeapExhaustion() {}

  /** Runs attempts with more and more of the heap free, the first ones with nothing. */
  public static void main(String[] args) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Exhaustion.reset();
      Generator<String, String, Integer> generator = Exhaustion.chain(DEPTH);
      int bytes = Math.max(0, attempt - ATTEMPTS / 3) * DEPTH * BYTES_A_FRAME;
      Outcome outcome = yieldWith(bytes, generator, attempt == 0);
      outcomes.record(outcome, bytes + " bytes", generator);
    }
    System.out.println(outcomes);
  }

  private static Outcome yieldWith(
      int bytes, Generator<String, String, Integer> generator, boolean warmUp) {
    fill(bytes, warmUp);
    OutOfMemoryError error = null;
    String value = null;
    try {
      value = generator.next();
    } catch (OutOfMemoryError e) {
      error = e;
    }
    ballast = null;
    if (error != null) {
      return Outcomes.failed(generator, error);
    }
    boolean well = "bottom".equals(value) && Exhaustion.endsWell(generator, DEPTH);
    return well ? Outcome.WELL : Outcome.SURPRISE;
  }

  /** Fills the heap but for so many bytes, roughly; or not at all. */
  private static void fill(int bytes, boolean warmUp) {
    reserve = bytes == 0 ? null : new byte[bytes];
    for (int size = warmUp ? 0 : 1 << 18; size > 0; size /= 8) {
      fillWith(size);
    }
    reserve = null;
  }

  /** Objects of size 1 are the smallest that hold anything. */
  private static void fillWith(int size) {
    try {
      while (true) {
        if (size > 1) {
          Object[] more = new Object[size];
          more[0] = ballast;
          ballast = more;
        } else {
          ballast = new Link(ballast);
        }
      }
    } catch (OutOfMemoryError e) {
      return; // full
    }
  }

  private record Link(Object next) {}
}
