package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/** A generator frame that stands for something and is never run. */
abstract class UnrunFrame extends GeneratorFrame {
  /** The class under which such frames describe themselves, and delegations likewise. */
  static final String CLASS = "dev.weft.Coroutines";

  /** What it stands for, as toString says it. */
  abstract String description();

  @Override
  protected void resume(GeneratorFrame coroutine, @Nullable Object in) throws Throwable {
    throw corrupt();
  }

  @Override
  protected final String layout() {
    return CLASS + "/" + description() + "/\n-1\n";
  }

  @Override
  protected final @Nullable Object[] values() {
    return new Object[0];
  }

  @Override
  protected final void clear() {}
}
