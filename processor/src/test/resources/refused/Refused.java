package refused;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.List;

/** One of each refusal; the agent says all when it loads the class. */
class Refused {
  static class Constructed {
    Constructed() {
      Coroutines.yield(1);
    }
  }

  static class Initialised {
    static {
      Coroutines.yield(1);
    }
  }

  @Coroutine
  static void inBlock() {
    synchronized (Refused.class) {
      Coroutines.yield(1);
    }
  }

  @Coroutine
  static synchronized void inMethod() {
    Coroutines.yield(1);
  }

  @Coroutine
  static synchronized Generator<Integer, Void, Void> whole() {
    return Coroutines.done();
  }

  @Coroutine
  static void inLambda() {
    List.of(1).forEach(x -> Coroutines.yield(x));
  }

  static void plain() {
    Coroutines.yield(1);
  }

  public static void main(String[] arguments) throws ClassNotFoundException {
    ClassLoader loader = Refused.class.getClassLoader();
    Class.forName("refused.Refused$Constructed", false, loader);
    Class.forName("refused.Refused$Initialised", false, loader);
  }
}
