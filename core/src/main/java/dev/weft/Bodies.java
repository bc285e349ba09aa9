package dev.weft;

import org.jspecify.annotations.Nullable;

/** Generators made from lambdas: generator methods like any other, woven like any other. */
final class Bodies {
  private Bodies() {}

  @Coroutine
  static <Y extends @Nullable Object, S extends @Nullable Object, R extends @Nullable Object>
      Generator<Y, S, R> returning(Body<Y, S, R> body) throws Exception {
    return Coroutines.done(body.run(Coroutines.<Y, S>current()));
  }

  @Coroutine
  static <Y extends @Nullable Object, S extends @Nullable Object>
      Generator<Y, S, @Nullable Void> yielding(VoidBody<Y, S> body) throws Exception {
    body.run(Coroutines.<Y, S>current());
    return Coroutines.done();
  }

  /** The error for what cannot happen: a woven generator method runs none of its body. */
  static RuntimeException thrownByCreation(Exception e) {
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }
}
