package dev.weft.benchmarks.compare;

/** What a contestant is one of; the chart has a colour for each. */
enum Family {
  COROUTINE("Weft coroutine"),
  CONTINUATION("JDK Continuation"),
  VIRTUAL_THREAD("virtual thread"),
  PLATFORM_THREAD("platform thread");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
