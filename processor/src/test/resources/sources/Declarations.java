package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Iterator;

/** What cannot be a coroutine, whatever its body. */
abstract class Declarations {
  @Coroutine
  abstract int open();

  @Coroutine
  native int outside(); // warning: a native method cannot suspend: @Coroutine means nothing

  @Coroutine
  synchronized Generator<Integer, Void, Void> locked() { // error: cannot weave
    return null;
  }

  @Coroutine
  synchronized <T extends Iterator<Integer>> T bounded() { // error: a synchronized generator method
    return Coroutines.end();
  }

  @Coroutine
  synchronized <T> T unbounded() {
    return null;
  }

  @Coroutine
  synchronized int lockedButSilent() {
    return 1;
  }

  void local() {
    class Local {
      @Coroutine
      synchronized Generator<Integer, Void, Void> locked() { // error: Declarations$1Local.locked:
        return Coroutines.done();
      }
    }
  }

  @SuppressWarnings("weft")
  static class Meant {
    @Coroutine
    native int outside();
  }
}
