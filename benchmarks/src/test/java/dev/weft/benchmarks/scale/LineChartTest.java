package dev.weft.benchmarks.scale;

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

class LineChartTest {
  @Test
  void names_panels_lines_and_decades() throws Exception {
    assertThat(texts(chart()))
        .contains("suspended generators", "calls", "coroutine", "by hand", "JDK 25")
        .contains("0.1 ns", "1 ns", "10 ns")
        .contains("1000", "10k", "100k", "1M");
  }

  @Test
  void has_a_line_for_each() throws Exception {
    assertThat(chart().getElementsByTagName("polyline").getLength()).isEqualTo(3);
  }

  @Test
  void larger_is_further_right_and_slower_is_higher() throws Exception {
    Element line = (Element) chart().getElementsByTagName("polyline").item(0);
    String[] points = line.getAttribute("points").split("[ ,]");
    assertThat(Double.parseDouble(points[2])).isGreaterThan(Double.parseDouble(points[0]));
    assertThat(Double.parseDouble(points[3])).isLessThan(Double.parseDouble(points[1]));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "1, 1", "1000, 1000", "10000, 10k", "100000, 100k", "1e7, 10M"})
  void decades_need_few_zeros(double decade, String expected) {
    assertThat(LineChart.plain(decade)).isEqualTo(expected);
  }

  private static Document chart() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(LineChart.of(Samples.panels(), "JDK 25"))));
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
