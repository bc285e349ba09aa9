package dev.weft.differential;

import dev.weft.differential.Language.Handler;
import dev.weft.differential.Language.Kind;
import dev.weft.differential.Language.Source;
import dev.weft.differential.Language.Value;
import dev.weft.fuzz.Choices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Draws the body of one generator function. */
final class BodyDrawing {
  private static final int MOST_STATEMENTS = 3;
  private static final int DEEPEST = 3;
  private static final List<Failure> THROWN =
      List.of(
          Failure.MISTAKE,
          Failure.SLIP,
          Failure.ALARM,
          Failure.EXCEPTION,
          Failure.STOP,
          Failure.EXIT);

  private final Choices choices;
  private final int function;
  private final int functions;
  private int steps;

  /**
   * Where a statement stands.
   *
   * @param depth how many statements are around it
   * @param loops how many of them are loops
   * @param handler the depth of the innermost handler around it, or -1
   * @param again whether that exception is the one that Python's bare {@code raise} throws
   */
  private record Place(int depth, int loops, int handler, boolean again) {
    Place inner() {
      return new Place(depth + 1, loops, handler, again);
    }

    Place inLoop() {
      return new Place(depth + 1, loops + 1, handler, again);
    }

    Place inHandler() {
      return new Place(depth + 1, loops, depth, true);
    }

    /** Here an exception may be on its way, which then is the one that Python would throw. */
    Place inFinally() {
      return new Place(depth + 1, loops, handler, false);
    }
  }

  BodyDrawing(Choices choices, int function, int functions, int steps) {
    this.choices = choices;
    this.function = function;
    this.functions = functions;
    this.steps = steps;
  }

  /** The number of the last step. */
  int steps() {
    return steps;
  }

  List<Statement> body() {
    return block(new Place(0, 0, -1, false));
  }

  private List<Statement> block(Place place) {
    List<Statement> statements = new ArrayList<>();
    int count = 1 + choices.below(MOST_STATEMENTS);
    for (int i = 0; i < count; i++) {
      statements.add(statement(place));
    }
    return statements;
  }

  private Statement statement(Place place) {
    int kind = choices.below(100);
    if (kind < 30) {
      return yieldValue();
    }
    if (kind < 50) {
      return yieldFrom();
    }
    if (kind < 57) {
      return drive();
    }
    if (kind < 85 && place.depth < DEEPEST) {
      return nested(place, kind);
    }
    return jump(place);
  }

  private Statement yieldValue() {
    int step = ++steps;
    Value value = value();
    return new Statement.Simple(out -> out.yieldValue(step, value));
  }

  private Statement yieldFrom() {
    int step = ++steps;
    Source source = choices.chance(20) ? iterator() : generator(true);
    return new Statement.Simple(out -> out.yieldFrom(step, source));
  }

  private Statement drive() {
    int step = ++steps;
    String operation = Script.operation(choices);
    Source source = generator(false);
    return new Statement.Simple(out -> out.drive(step, operation, source));
  }

  private Statement nested(Place place, int kind) {
    if (kind < 76) {
      return attempt(place);
    }
    if (kind < 81 && place.loops < 2) {
      int turns = 1 + choices.below(3);
      List<Statement> body = block(place.inLoop());
      return new Statement.Loop(place.depth, turns, body);
    }
    List<Statement> even = block(place.inner());
    List<Statement> odd = block(place.inner());
    return new Statement.Alternative(even, odd);
  }

  private Statement attempt(Place place) {
    List<Statement> body = block(place.inner());
    List<Handler> handlers = new ArrayList<>();
    int shape = choices.below(4);
    if (shape != 3) {
      Queue<Failure> left = new ArrayDeque<>(List.of(Failure.values()));
      for (int i = choices.below(3); i >= 0 && !left.isEmpty(); i--) {
        for (int skipped = choices.below(left.size()); skipped > 0; skipped--) {
          left.remove();
        }
        handlers.add(new Handler(left.remove(), block(place.inHandler())));
      }
    }
    List<Statement> last = shape < 2 ? List.of() : block(place.inFinally());
    return new Statement.Attempt(place.depth, body, handlers, last);
  }

  private Statement jump(Place place) {
    int kind = choices.below(10);
    if (kind < 3 && place.loops > 0) {
      return new Statement.Simple(
          choices.chance(50) ? Language::continueLoop : Language::breakLoop);
    }
    if (kind < 5 && place.again) {
      return new Statement.Simple(out -> out.raiseAgain(place.handler));
    }
    int step = ++steps;
    if (kind < 7) {
      Failure failure = choices.oneOf(THROWN);
      int cause = choices.chance(30) ? place.handler : -1;
      return new Statement.Simple(out -> out.raise(step, failure, cause));
    }
    Value value = value();
    return new Statement.Simple(out -> out.returnValue(step, value));
  }

  private Value value() {
    return choices.oneOf(Value.STEP, Value.STEP, Value.LAST, Value.NOTHING);
  }

  private Source iterator() {
    return new Source(choices.oneOf(Kind.FRESH_ITERATOR, Kind.SHARED_ITERATOR), 0);
  }

  private Source generator(boolean delegating) {
    int later = functions - function - 1;
    if (later == 0 || choices.chance(20)) {
      return new Source(Kind.SHARED, choices.below(6));
    }
    Kind kind =
        delegating
            ? choices.oneOf(
                Kind.FRESH, Kind.UNHELD, Kind.UNHELD, Kind.HELD, Kind.HELD, Kind.FOREIGN)
            : choices.oneOf(Kind.FRESH, Kind.HELD);
    return new Source(kind, function + 1 + choices.below(later));
  }
}
