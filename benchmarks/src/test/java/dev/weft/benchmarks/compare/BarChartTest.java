package dev.weft.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {
  @Test
  void shows_every_contestant_with_its_number() throws Exception {
    assertThat(texts(chart()))
        .contains("Weft coroutine, generate, next()", "0.50 ns")
        .contains("Loom 3.4, send()", "100 ns")
        .contains("platform thread, LockSupport", "40,800 ns");
  }

  @Test
  void names_decades_and_setting() throws Exception {
    assertThat(texts(chart()))
        .contains("0.1 ns", "1 ns", "100 ns", "1 µs", "100 µs")
        .contains(
            "Each on one processor. With one each, an Exchanger spins, and hands over in 190 ns"
                + " without switching threads.")
        .contains("JDK 25+36 (Some \"Vendor\"), Fast 9000, 2 cores, Linux amd64, 2026-01-31");
  }

  @Test
  void longer_time_is_longer_bar() throws Exception {
    NodeList rectangles = chart().getElementsByTagName("rect");
    List<Double> widths = new ArrayList<>();
    for (int i = 1; i < rectangles.getLength(); i++) { // the first is the background
      widths.add(Double.parseDouble(((Element) rectangles.item(i)).getAttribute("width")));
    }
    assertThat(widths).hasSize(7).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01 ns",
    "0.1, 0.1 ns",
    "10, 10 ns",
    "1000, 1 µs",
    "1e7, 10 ms",
    "1e10, 10 s"
  })
  void durations_need_no_zeros(double nanos, String expected) {
    assertThat(BarChart.duration(nanos)).isEqualTo(expected);
  }

  private static Document chart() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(BarChart.of(Samples.report()))));
  }

  private static List<String> texts(Document document) {
    NodeList nodes = document.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
