package dev.weft.fuzz;

/** What a fuzzing run did. */
final class Figures {
  long programs;
  long runs;
  long suspensions;
  long discards;
  long differences;

  void add(Figures more) {
    programs += more.programs;
    runs += more.runs;
    suspensions += more.suspensions;
    discards += more.discards;
    differences += more.differences;
  }

  @Override
  public String toString() {
    return String.format(
        "%,d programs, %,d runs, %,d suspensions, %,d discarded, %,d differences",
        programs, runs, suspensions, discards, differences);
  }
}
