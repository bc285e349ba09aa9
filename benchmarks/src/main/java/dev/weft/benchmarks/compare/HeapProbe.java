package dev.weft.benchmarks.compare;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main of the JVM that measures memory: makes many suspended things of one kind, and prints what
 * the heap holds more than before, for each of them.
 */
public final class HeapProbe {
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
  private static final int KIB = 1024;
  private static final int WARM_UPS = 4;

  /** Time for the compiler, which has the cores to itself meanwhile. */
  private static final int COMPILATION_MILLIS = 300;

  /** Long enough for the reference handler. */
  private static final int PAUSE_MILLIS = 50;

  private HeapProbe() {}

  public static void main(String[] arguments) throws Exception {
    Subject subject = Subject.named(arguments[0]);
    warmUp(subject);
    System.out.println(measure(subject).toLine());
  }

  /** Suspended by compiled code, as in a program that runs for long, a stack is smaller. */
  private static void warmUp(Subject subject) throws InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      Suspended suspended = new Suspended(subject);
      suspended.fill(new Object[subject.count() / WARM_UPS]);
      suspended.end();
      Thread.sleep(COMPILATION_MILLIS);
    }
  }

  private static Footprint measure(Subject subject) throws IOException, InterruptedException {
    boolean ownStack = subject.equals(Subject.PLATFORM_THREAD);
    Suspended suspended = new Suspended(subject);
    Object[] places = new Object[subject.count()];
    double heapBefore = usedHeap();
    double residentBefore = resident();
    suspended.fill(places);
    double heap = usedHeap() - heapBefore;
    double resident = resident() - residentBefore;
    suspended.end(); // until here they are all held by it
    return new Footprint(
        heap / places.length,
        // The heap grows and shrinks in large steps: only stacks can be seen this way.
        ownStack && residentBefore >= 0 ? resident / places.length : Footprint.UNKNOWN,
        ownStack ? reservedStack() : 0);
  }

  /** What is live: collects until no more goes, for what has references of its own goes later. */
  public static long usedHeap() throws InterruptedException {
    long before = Long.MAX_VALUE;
    long used = collected();
    while (used < before) {
      before = used;
      used = collected();
    }
    return used;
  }

  private static long collected() throws InterruptedException {
    System.gc();
    Thread.sleep(PAUSE_MILLIS);
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The physical memory this process occupies, where the operating system tells. */
  public static double resident() throws IOException {
    if (!Files.isReadable(PROCESS_STATUS)) {
      return Footprint.UNKNOWN;
    }
    return Files.readAllLines(PROCESS_STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIB)
        .findFirst()
        .orElse(Footprint.UNKNOWN);
  }

  private static double reservedStack() {
    String kib =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .getVMOption("ThreadStackSize")
            .getValue();
    return Double.parseDouble(kib) * KIB;
  }
}
