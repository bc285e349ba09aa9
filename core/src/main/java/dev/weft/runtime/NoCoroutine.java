package dev.weft.runtime;

/** The coroutine of code that runs in none: it always runs, so nothing ever sees it suspended. */
final class NoCoroutine extends UnrunFrame {
  NoCoroutine() {
    state = RUNNING;
  }

  @Override
  String description() {
    return "no coroutine";
  }
}
