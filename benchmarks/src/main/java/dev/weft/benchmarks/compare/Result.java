package dev.weft.benchmarks.compare;

/**
 * What came out for one contestant.
 *
 * @param contestant who
 * @param timing for one value handed over, there and back
 * @param footprint what one of it holds while suspended
 */
record Result(Contestant contestant, Timing timing, Footprint footprint) {
  Family family() {
    return contestant.family();
  }

  double nanosPerSwitch() {
    return timing.median();
  }
}
