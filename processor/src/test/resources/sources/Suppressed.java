package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;

/** What is meant is not told; what is refused cannot be meant. */
class Suppressed {
  @Coroutine
  static int ask() {
    return Coroutines.<Integer>yield("how many?");
  }

  @SuppressWarnings("weft")
  static int method() {
    Coroutines.yield(1); // error: a yield in a method that is no coroutine
    return ask();
  }

  static int variable() {
    @SuppressWarnings({"unused", "weft"})
    int meant = ask();
    @SuppressWarnings("unused")
    int other = ask(); // warning: a call of the coroutine Suppressed.ask
    return ask(); // warning: or add @SuppressWarnings("weft") if it is meant
  }

  @SuppressWarnings("weft")
  static class Nested {
    int field = ask();

    int calls() {
      return ask();
    }
  }
}
