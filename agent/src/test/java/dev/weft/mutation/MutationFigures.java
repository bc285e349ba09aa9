package dev.weft.mutation;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Prints what PIT found, by package, and fails where too many mutants survive. */
final class MutationFigures {
  private static final int LEAST_KILLED = 85;

  private MutationFigures() {}

  /** A change of the weaver. */
  private record Mutant(String type, String method, String line, String what, String status) {
    static Mutant of(Element element) {
      return new Mutant(
          text(element, "mutatedClass"),
          text(element, "mutatedMethod"),
          text(element, "lineNumber"),
          text(element, "description"),
          element.getAttribute("status"));
    }

    private static String text(Element element, String name) {
      return element.getElementsByTagName(name).item(0).getTextContent();
    }

    /** A mutant that never ends, or exhausts the memory, is noticed. */
    boolean isKilled() {
      return switch (status) {
        case "KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR" -> true;
        case "SURVIVED", "NO_COVERAGE" -> false;
        default -> throw new IllegalStateException("a mutant that is " + status);
      };
    }

    String inPackage() {
      return type.substring(0, type.lastIndexOf('.'));
    }

    String describe() {
      String place = type.substring(type.lastIndexOf('.') + 1) + "." + method + ":" + line;
      return status + " " + place + ", " + what;
    }
  }

  /**
   * Prints the survivors, and then the figures.
   *
   * @param arguments the XML report of PIT
   */
  public static void main(String[] arguments) throws Exception {
    List<Mutant> mutants = read(new File(arguments[0]));
    mutants.stream()
        .filter(Predicate.not(Mutant::isKilled))
        .map(Mutant::describe)
        .sorted()
        .forEach(System.out::println);
    Map<String, List<Mutant>> packages =
        mutants.stream()
            .collect(Collectors.groupingBy(Mutant::inPackage, TreeMap::new, Collectors.toList()));
    boolean enough = !packages.isEmpty();
    for (Map.Entry<String, List<Mutant>> one : packages.entrySet()) {
      enough &= report(one.getKey(), one.getValue());
    }
    report("all", mutants);
    if (!enough) {
      System.out.println("less than " + LEAST_KILLED + "% are killed");
      System.exit(1);
    }
  }

  private static List<Mutant> read(File report) throws Exception {
    NodeList elements =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report)
            .getElementsByTagName("mutation");
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      mutants.add(Mutant.of((Element) elements.item(i)));
    }
    return mutants;
  }

  private static boolean report(String name, List<Mutant> mutants) {
    long killed = mutants.stream().filter(Mutant::isKilled).count();
    long uncovered = mutants.stream().filter(m -> m.status().equals("NO_COVERAGE")).count();
    System.out.printf(
        "%-32s %4d mutants, %4d killed (%.1f%%), %d survive, %d of them in code that no test reaches%n",
        name,
        mutants.size(),
        killed,
        100.0 * killed / mutants.size(),
        mutants.size() - killed,
        uncovered);
    return killed * 100 >= (long) LEAST_KILLED * mutants.size();
  }
}
