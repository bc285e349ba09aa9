package dev.weft.benchmarks.compare;

/** What a contestant is one of; the chart has a colour for each. */
enum Family {
  COROUTINE,
  PEER,
  CONTINUATION,
  VIRTUAL_THREAD,
  PLATFORM_THREAD
}
