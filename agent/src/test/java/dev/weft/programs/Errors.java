package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.State;
import java.util.List;
import java.util.concurrent.Callable;

/** Yields where none can work; each prints what it got, and how often the code around it ran. */
public final class Errors {
  private static int runs;

  private Errors() {}

  /** Runs all, one line each. */
  public static void main(String[] args) {
    report("library call", Errors::underLibraryCall);
    report("synchronized block", Errors::inSynchronizedBlock);
    report("synchronized method", Errors::viaSynchronizedMethod);
    report("call in synchronized", Errors::callInSynchronized);
    report("constructor", Errors::viaConstructor);
    report("call in constructor", Errors::callInConstructor);
    report("class initialiser", Errors::viaInitialiser);
    report("call in class initialiser", Errors::callInInitialiser);
    report("plain method", Errors::viaPlainMethod);
    report("call in plain method", Errors::callInPlainMethod);
    report("plain code", Errors::fromPlainCode);
  }

  private static void report(String name, Callable<Generator<Object, Object, Object>> maker) {
    runs = 0;
    Generator<Object, Object, Object> generator = null;
    try {
      generator = maker.call();
      System.out.println(name + "|yielded " + generator.next() + "|" + runs);
    } catch (Throwable thrown) {
      Throwable e = thrown instanceof ExceptionInInitializerError ? thrown.getCause() : thrown;
      State state = generator == null ? State.CLOSED : generator.state();
      System.out.println(name + "|" + e.getMessage() + "|" + runs + "|" + state);
    }
  }

  @Coroutine
  private static Generator<Object, Object, Object> underLibraryCall() {
    runs++;
    List.of(1, 2).forEach(i -> leaf());
    return Coroutines.done();
  }

  @Coroutine
  private static void leaf() {
    runs++;
    Coroutines.yield("leaf"); // the yield
    runs += 100;
  }

  @Coroutine
  private static Generator<Object, Object, Object> inSynchronizedBlock() {
    runs++;
    synchronized (Errors.class) {
      Coroutines.yield("locked"); // in a block
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> viaSynchronizedMethod() {
    runs++;
    locked();
    return Coroutines.done();
  }

  @Coroutine
  private static synchronized void locked() {
    runs++;
    Coroutines.yield("locked"); // in a synchronized method
  }

  @Coroutine
  private static Generator<Object, Object, Object> callInSynchronized() {
    runs++;
    synchronized (Errors.class) {
      leaf(); // call with a lock
    }
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> viaConstructor() {
    runs++;
    new Yielding();
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> callInConstructor() {
    runs++;
    new Calling();
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> viaInitialiser() {
    runs++;
    runs += YieldingInitialiser.value;
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> callInInitialiser() {
    runs++;
    runs += CallingInitialiser.value;
    return Coroutines.done();
  }

  @Coroutine
  private static Generator<Object, Object, Object> viaPlainMethod() {
    runs++;
    plain();
    return Coroutines.done();
  }

  private static void plain() {
    runs++;
    Coroutines.yield("plain"); // in a plain method
  }

  @Coroutine
  private static Generator<Object, Object, Object> callInPlainMethod() {
    runs++;
    forgotten();
    return Coroutines.done();
  }

  private static void forgotten() {
    runs++;
    leaf(); // from a plain method
  }

  private static Generator<Object, Object, Object> fromPlainCode() {
    runs++;
    leaf(); // from plain code
    throw new AssertionError("a yield went by");
  }

  private static final class Yielding {
    Yielding() {
      runs++;
      Coroutines.yield("half made"); // in a constructor
    }
  }

  private static final class Calling {
    Calling() {
      runs++;
      leaf(); // from a constructor
    }
  }

  private static final class YieldingInitialiser {
    static int value;

    static {
      runs++;
      Coroutines.yield("half initialised"); // in an initialiser
    }
  }

  private static final class CallingInitialiser {
    static int value;

    static {
      runs++;
      leaf(); // from an initialiser
    }
  }
}
