package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.GeneratorExit;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.Recording;

/** Abandons generators, some of them where a finally block has still to run. */
public final class Abandoned {
  private static final int LEAKS = 5;
  private static final int MOST_SECONDS = 100;

  private Abandoned() {}

  /**
   * Abandons generators and waits until that is noticed.
   *
   * @param args a file for a recording
   */
  public static void main(String[] args) throws Exception {
    try (Recording recording = new Recording()) {
      recording.start();
      abandon();
      System.out.println(abandonedCount());
      recording.dump(Path.of(args[0]));
    }
  }

  private static void abandon() {
    for (int i = 0; i < 2; i++) {
      inFinally().next(); // made inFinally
    }
    inResource().next(); // made inResource
    inCaller().next(); // made inCaller
    inExitHandler().next(); // made inExitHandler
    inCatch().next();
    afterTry().next();
    inFinally();
    try (Generator<Integer, Void, Void> closed = inFinally()) {
      closed.next();
    }
  }

  /** Collects garbage until all that has leaked has been noticed. */
  private static Object abandonedCount() throws JMException, InterruptedException {
    ObjectName name = new ObjectName("dev.weft:type=Tracking");
    Object count = 0L;
    for (int i = 0; i < MOST_SECONDS * 10 && !count.equals((long) LEAKS); i++) {
      System.gc();
      Thread.sleep(100);
      if (ManagementFactory.getPlatformMBeanServer().isRegistered(name)) {
        count = ManagementFactory.getPlatformMBeanServer().getAttribute(name, "AbandonedCount");
      }
    }
    return count;
  }

  @Coroutine
  private static Generator<Integer, Void, Void> inFinally() {
    try {
      Coroutines.yield(1); // in inFinally
    } finally {
      System.out.println("finally");
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> inResource() {
    try (Resource resource = new Resource()) {
      Coroutines.yield(resource.hashCode()); // in inResource
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> inCaller() {
    try {
      called(); // called inCaller
    } finally {
      System.out.println("finally of the caller");
    }
    return Coroutines.done();
  }

  @Coroutine
  private static void called() {
    Coroutines.yield(1); // in inCaller
  }

  @Coroutine
  private static Generator<Integer, Void, Void> inExitHandler() {
    try {
      Coroutines.yield(1); // in inExitHandler
    } catch (GeneratorExit exit) {
      System.out.println("exit");
      throw exit;
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> inCatch() {
    try {
      Coroutines.yield(1);
    } catch (IllegalStateException e) {
      System.out.println(e);
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Integer, Void, Void> afterTry() {
    try {
      Coroutines.isSuspendable();
    } finally {
      Coroutines.yield(1);
    }
    return Coroutines.done();
  }

  private static final class Resource implements AutoCloseable {
    @Override
    public void close() {
      System.out.println("closed");
    }
  }
}
