package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void holds_setting_and_results() {
    assertThat(Json.of(Samples.report()))
        .startsWith(
            "{\n  \"jdk\": \"25+36 (Some \\\"Vendor\\\")\",\n  \"processor\": \"Fast 9000\",\n  \"cores\": 2,\n")
        .contains(
            "    {\"owner\": \"Weft coroutine\", \"label\": \"send()\", \"nanosPerSwitch\": 5.0,"
                + " \"least\": 4.5, \"most\": 6.0, \"heapBytes\": 40.0, \"residentBytes\": null,"
                + " \"reservedStackBytes\": 0.0},\n")
        .endsWith("}\n  ]\n}\n");
  }

  @Test
  void escapes_control_characters() {
    assertThat(Json.quoted("a\n\\\"b")).isEqualTo("\"a\\u000a\\\\\\\"b\"");
  }
}
