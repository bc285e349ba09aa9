package dev.weft.benchmarks.memory;

import dev.weft.benchmarks.compare.HeapProbe;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Main of the JVM that measures one shape: suspends all of them and prints what the heap holds more
 * than before, for each of them.
 */
final class MemoryProbe {
  private static final int WARM_UPS = 4;

  /** Time for the compiler: suspended by compiled code, a stack is smaller. */
  private static final int COMPILATION_MILLIS = 300;

  private MemoryProbe() {}

  public static void main(String[] arguments) throws Exception {
    Shape shape =
        Shapes.all().stream()
            .filter(candidate -> candidate.label().equals(arguments[0]))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < WARM_UPS; i++) {
      Object[] places = new Object[shape.count() / WARM_UPS];
      fill(places, shape);
      end(places);
      Thread.sleep(COMPILATION_MILLIS);
    }
    System.out.println(measure(shape).toLine());
  }

  private static Held measure(Shape shape) throws IOException, InterruptedException {
    Object[] places = new Object[shape.count()];
    double heapBefore = HeapProbe.usedHeap();
    double residentBefore = HeapProbe.resident();
    fill(places, shape);
    double heap = HeapProbe.usedHeap() - heapBefore;
    double resident = HeapProbe.resident() - residentBefore;
    end(places); // until here they are all held
    return new Held(
        heap / places.length,
        shape.ownStack() && residentBefore >= 0 ? resident / places.length : Held.UNKNOWN);
  }

  private static void fill(Object[] places, Shape shape) throws InterruptedException {
    for (int i = 0; i < places.length; i++) {
      places[i] = shape.maker().get();
    }
    for (Thread thread : threads(places)) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  private static void end(Object[] places) throws InterruptedException {
    List<Thread> threads = threads(places);
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static List<Thread> threads(Object[] places) {
    return Arrays.stream(places).filter(Thread.class::isInstance).map(Thread.class::cast).toList();
  }
}
