package dev.weft.behaviour

import dev.weft.Coroutine
import dev.weft.behaviour.Trace.step

trait Polite {
  @Coroutine def greet(name: String): String = step("hello ") + name
}

class Guest extends Polite

object ScalaForwarder {
  @Coroutine def trait_method(): AnyRef = new Guest().greet("a")
}
