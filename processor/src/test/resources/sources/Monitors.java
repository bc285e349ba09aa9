package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.Yielder;

/** What would return with a lock held. */
class Monitors {
  private final Object lock = new Object();

  @Coroutine
  Generator<Integer, Void, Void> inBlock() {
    Coroutines.yield(1);
    synchronized (lock) {
      Coroutines.yield(2); // error: cannot weave sources.Monitors.inBlock: a yield in a
      Runnable later = () -> hashCode();
      later.run();
    }
    Coroutines.yield(3);
    return Coroutines.done();
  }

  @Coroutine
  synchronized void inMethod() {
    Coroutines.yield(1); // error: a yield in a synchronized method; yield outside of it, or use
    synchronized (lock) {
      Coroutines.yield(2); // error: a yield in a synchronized method
    }
  }

  @Coroutine
  synchronized Generator<Integer, Void, Void> whole() { // error: a synchronized generator
    return Coroutines.done();
  }

  @Coroutine
  void yielder(Yielder<Integer, Void> out) {
    synchronized (lock) {
      out.yield(1); // error: a yield in a synchronized block
      out.yieldFrom(java.util.List.of(1)); // error: a yield in a synchronized block
    }
  }

  @Coroutine
  Generator<Integer, Void, Void> lambdaInBlock() {
    synchronized (lock) {
      return Coroutines.done(make(() -> Coroutines.yield(1)));
    }
  }

  @Coroutine
  Generator<Integer, Void, Void> lockIsYielded() {
    synchronized (Coroutines.<Object>yield(1)) {
      return Coroutines.done();
    }
  }

  private Void make(Suspending body) {
    return null;
  }

  interface Suspending {
    @Coroutine
    void run();
  }

  @Coroutine
  void calls() {
    synchronized (lock) {
      inMethod(); // warning: a call of the coroutine Monitors.inMethod in a synchronized block
    }
  }
}
