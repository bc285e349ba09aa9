package dev.weft.benchmarks.compare;

/** What is suspended many times over to see how much memory one of it holds. */
enum Subject {
  INT_GENERATOR(200_000),
  ECHO(200_000),
  DEEP_100(10_000),
  CONTINUATION(200_000),
  VIRTUAL_THREAD(200_000),
  /** Few enough for the limits that operating systems set. */
  PLATFORM_THREAD(1_000);

  private final int count;

  Subject(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }
}
