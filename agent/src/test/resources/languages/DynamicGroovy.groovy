package dev.weft.behaviour

import dev.weft.Coroutine

class DynamicGroovy {
  @Coroutine
  static Object dynamic_call() {
    return Trace.step(1)
  }
}
