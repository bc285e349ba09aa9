package sources;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;

/** What would leave a half-made object or class. */
class Constructors {
  static final Object VALUE = Coroutines.yield(1); // error: Constructors.<clinit>: a yield in a

  final Object field = Coroutines.yield(1); // error: Constructors.<init>: a yield in an

  final Generator<Integer, Object, Void> lambda = Generator.each(out -> Coroutines.yield(1));

  final int called = ask(); // warning: coroutine Constructors.ask in an initialiser, which is

  static {
    Coroutines.yield(1); // error: a yield in a static initialiser; yield in a method
    ask(); // warning: a call of the coroutine Constructors.ask in a static initialiser fails if
  }

  {
    Coroutines.yield(1); // error: a yield in an initialiser, which is part of the constructors
  }

  Constructors(int a) {
    Coroutines.yield(a); // error: a yield in a constructor; yield before or after it, in the
    ask(); // warning: fails if it would suspend; call it before or after it, in the method that
  }

  Constructors() {
    this(Coroutines.<Integer>yield(1)); // error: a yield in a constructor
  }

  @Coroutine
  static int ask() {
    return Coroutines.<Integer>yield("how many?");
  }

  enum Constants {
    ONE(Coroutines.<Integer>yield(1)), // error: a yield in a static initialiser
    TWO(2) {
      @Coroutine
      @Override
      int value() {
        return Coroutines.<Integer>yield(1);
      }
    };

    Constants(int value) {}

    @Coroutine
    int value() {
      return 0;
    }
  }

  interface Holder {
    Object VALUE = Coroutines.yield(1); // error: Constructors$Holder.<clinit>: a yield in a
  }

  record Pair(int a, int b) {
    Pair {
      Coroutines.yield(a); // error: Constructors$Pair.<init>: a yield in a constructor
    }
  }

  @Coroutine
  static Object arguments() {
    return new Constructors(Coroutines.<Integer>yield(1)) {
      final int more = ask(); // warning: in an initialiser

      @Coroutine
      int again() {
        return ask();
      }
    };
  }
}
