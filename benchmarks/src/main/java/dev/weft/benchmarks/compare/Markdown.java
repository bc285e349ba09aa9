package dev.weft.benchmarks.compare;

import java.util.stream.Collectors;

/** The report as a page of Markdown, with the chart that lies beside it. */
final class Markdown {
  private Markdown() {}

  static String of(Report report, String chartFile) {
    String notes =
        Notes.of(report).stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
    return "# What a switch costs\n\n"
        + ("![ns per switch, on a logarithmic scale](" + chartFile + ")\n\n")
        + Tables.measured(report).markdown()
        + "\nHow many times faster a Weft coroutine switches:\n\n"
        + Tables.ratios(report).markdown()
        + ("\n" + notes)
        + ("\n" + report.setting().describe() + ".\n");
  }
}
