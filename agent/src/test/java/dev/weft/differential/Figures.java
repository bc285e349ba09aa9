package dev.weft.differential;

/** What a run did. */
final class Figures {
  long programs;
  long scripts;
  long operations;
  long events;
  long differences;

  @Override
  public String toString() {
    return String.format(
        "%,d programs, %,d scripts, %,d operations, %,d events, %,d programs differ",
        programs, scripts, operations, events, differences);
  }
}
