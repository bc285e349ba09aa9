package dev.weft.benchmarks.guard;

import java.util.Collection;
import org.openjdk.jmh.runner.RunnerException;

/** Measures benchmarks. */
interface Stopwatch {
  /**
   * Measures cases and their floors in one run.
   *
   * @param cases which, with all their parameters
   * @return what they took
   * @throws RunnerException if one fails, by a wrong sum say
   */
  Scores measure(Collection<GuardedCase> cases) throws RunnerException;
}
