package dev.weft.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of documentation, as its headings divide it.
 *
 * @param sections from the first heading to the last
 */
record Page(List<Section> sections) {
  private static final String FENCE = "```";

  /**
   * A heading and what stands below it, up to the next.
   *
   * @param heading with its mark
   * @param text outside of fences
   * @param fences in their order
   */
  record Section(String heading, List<String> text, List<Fence> fences) {
    List<Fence> fences(String info) {
      return fences.stream().filter(fence -> fence.info().equals(info)).toList();
    }
  }

  /**
   * A piece of code, or of what it prints.
   *
   * @param info what stands beside the opening mark, such as the language
   * @param text the lines between the marks
   */
  record Fence(String info, String text) {}

  /** Reads a page below docs. */
  static Page read(String name) throws IOException {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", new ArrayList<>(), new ArrayList<>()));
    List<String> lines = Files.readAllLines(Path.of("..", "docs", name));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Section current = sections.get(sections.size() - 1);
      if (line.startsWith(FENCE)) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
        String text = String.join("\n", lines.subList(i + 1, end));
        current.fences().add(new Fence(line.substring(FENCE.length()), text));
        i = end;
      } else if (line.startsWith("#")) {
        sections.add(new Section(line, new ArrayList<>(), new ArrayList<>()));
      } else {
        current.text().add(line);
      }
    }
    return new Page(sections);
  }

  /** All fences with such an info. */
  List<Fence> fences(String info) {
    return sections.stream().flatMap(section -> section.fences(info).stream()).toList();
  }

  /** A text as it is but for where its lines break, and for indentation. */
  static String normalised(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
