package dev.weft.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as JSON: flat enough to be written by hand. */
final class Json {
  private Json() {}

  static String of(Report report) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("jdk", quoted(report.setting().jdk()));
    fields.put("processor", quoted(report.setting().processor()));
    fields.put("cores", String.valueOf(report.setting().cores()));
    fields.put("system", quoted(report.setting().system()));
    fields.put("date", quoted(report.setting().date()));
    fields.put("unit", quoted("ns per switch; " + Report.UNIT));
    fields.put("spinning", report.spinning().map(timing -> number(timing.median())).orElse("null"));
    String results =
        report.results().stream()
            .map(result -> "    " + record(result))
            .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    fields.put("results", results);
    return object(fields, "{\n  ", ",\n  ", "\n}\n");
  }

  private static String record(Result result) {
    Footprint footprint = result.footprint();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("owner", quoted(result.contestant().owner()));
    fields.put("label", quoted(result.contestant().label()));
    fields.put("nanosPerSwitch", number(result.nanosPerSwitch()));
    fields.put("least", number(result.timing().least()));
    fields.put("most", number(result.timing().most()));
    fields.put("heapBytes", number(footprint.heapBytes()));
    fields.put("residentBytes", number(footprint.residentBytes()));
    fields.put("reservedStackBytes", number(footprint.reservedStackBytes()));
    return object(fields, "{", ", ", "}");
  }

  private static String object(
      Map<String, String> fields, String start, String between, String end) {
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ": " + field.getValue())
        .collect(Collectors.joining(between, start, end));
  }

  /** What is not known is null. */
  private static String number(double value) {
    return value == Footprint.UNKNOWN ? "null" : String.valueOf(value);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
