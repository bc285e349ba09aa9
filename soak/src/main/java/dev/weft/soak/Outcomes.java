package dev.weft.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What has come of a run.
 *
 * @param byTest the outcomes by test; of tests that share a name there are several, sorted
 */
record Outcomes(Map<String, List<String>> byTest) {
  /** Reads the reports that JUnit has written. */
  static Outcomes ofReports(Path directory) throws IOException {
    Map<String, List<String>> byTest = new TreeMap<>();
    try (DirectoryStream<Path> reports = Files.newDirectoryStream(directory, "*.xml")) {
      for (Path report : reports) {
        read(report, byTest);
      }
    }
    byTest.values().forEach(outcomes -> outcomes.sort(null));
    return new Outcomes(byTest);
  }

  /** What a program has printed, line by line. */
  static Outcomes ofOutput(List<String> lines) {
    Map<String, List<String>> byLine = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      byLine.put("line " + (i + 1), List.of(lines.get(i)));
    }
    return new Outcomes(byLine);
  }

  private static void read(Path report, Map<String, List<String>> byTest) throws IOException {
    try (InputStream in = Files.newInputStream(report)) {
      NodeList tests =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("testcase");
      for (int i = 0; i < tests.getLength(); i++) {
        Element test = (Element) tests.item(i);
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        byTest.computeIfAbsent(name, n -> new ArrayList<>()).add(outcome(test));
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("cannot read " + report, e);
    }
  }

  /** Passed, skipped, or the type of what it threw: messages may hold addresses and times. */
  private static String outcome(Element test) {
    for (String kind : List.of("failure", "error")) {
      NodeList thrown = test.getElementsByTagName(kind);
      if (thrown.getLength() > 0) {
        return kind + " " + ((Element) thrown.item(0)).getAttribute("type");
      }
    }
    return test.getElementsByTagName("skipped").getLength() > 0 ? "skipped" : "passed";
  }

  /** How many there are. */
  int size() {
    return byTest.values().stream().mapToInt(List::size).sum();
  }

  /** How many passed. */
  long passed() {
    return byTest.values().stream().flatMap(List::stream).filter("passed"::equals).count();
  }

  /** What differs in another run, with both outcomes, by the test. */
  Map<String, String> differences(Outcomes other) {
    Set<String> tests = new TreeSet<>(byTest.keySet());
    tests.addAll(other.byTest.keySet());
    Map<String, String> differences = new TreeMap<>();
    for (String test : tests) {
      List<String> one = byTest.getOrDefault(test, List.of());
      List<String> another = other.byTest.getOrDefault(test, List.of());
      if (!one.equals(another)) {
        differences.put(test, "unwoven " + one + ", soaked " + another);
      }
    }
    return differences;
  }
}
