package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** The coroutine of code that runs in none: it always runs, so nothing ever sees it suspended. */
final class NoCoroutine extends GeneratorFrame {
  NoCoroutine() {
    state = RUNNING;
  }

  @Override
  protected void resume(GeneratorFrame coroutine) {
    throw corrupt();
  }

  @Override
  protected String layout() {
    return "dev.weft/no coroutine/\n";
  }

  @Override
  protected @Nullable Object[] values() {
    return new Object[0];
  }

  @Override
  protected void clear() {}
}
