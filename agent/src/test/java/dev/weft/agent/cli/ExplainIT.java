package dev.weft.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.ClassDirectory;
import dev.weft.agent.ForkedJvm;
import dev.weft.programs.Errors;
import dev.weft.programs.Explained;
import dev.weft.programs.Plain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** {@code java -jar weft-agent.jar explain}. */
class ExplainIT {
  @TempDir private static Path directory;

  private static String classPath;

  @BeforeAll
  static void compile() {
    Path classes = directory.resolve("classes");
    ClassDirectory.of(classes, Explained.class, Plain.class, Errors.class);
    classPath = classes + File.pathSeparator + ForkedJvm.jar("weft.core.jar");
  }

  private static ForkedJvm.Result explain(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-cp", classPath));
    return ForkedJvm.commandLine(all.toArray(String[]::new));
  }

  private static int line(String marker) throws IOException {
    String name = Explained.class.getName().replace('.', '/') + ".java";
    List<String> source = Files.readAllLines(Path.of("src", "test", "java").resolve(name));
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).contains(marker)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(marker);
  }

  @Test
  void each_state_has_its_line_and_what_is_saved_there_and_why() throws IOException {
    String text = explain("dev.weft.programs.Explained.words").output().replaceAll(" +", " ");
    int yield = line("// the yield");
    int call = line("// the call");
    assertThat(text)
        .contains("Explained.words(String, int): a generator method")
        .contains(" state 0 the start", " saved first String an argument that the body reads")
        .contains(" state 1 Explained.java:" + yield + " yields a value")
        .contains(" kept times int needed at line " + line("// the loop"))
        .contains(
            " kept width int needed at line "
                + line("// the yield")
                + "; saved when it was set at line "
                + line("// before the loop"))
        .contains(" saved i int needed at line " + line("// the loop") + "; may have changed")
        .contains(" dropped unused int not needed any more")
        .contains(" state 2 Explained.java:" + call + " calls ask")
        .contains(" saved (stack) String an intermediate result")
        .contains("code: about ");
    assertThat(text)
        .containsPattern("class file [\\d,]+ bytes, woven [\\d,]+; 2 companion classes");
  }

  @Test
  void without_a_method_all_are_explained() {
    assertThat(explain("dev.weft.programs.Explained").output())
        .contains("Explained.words(String, int): a generator method")
        .contains("Explained.ask(): a subroutine");
  }

  @Test
  void the_picture_shows_every_suspension_point_and_the_source() throws Exception {
    Path svg = directory.resolve("words.svg");
    explain(
            "dev.weft.programs.Explained.words(String,int)",
            "--svg",
            svg.toString(),
            "--source-path",
            Path.of("src", "test", "java").toString())
        .output();
    Document picture =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    assertThat(texts(picture))
        .contains("dev.weft.programs.Explained.words(String, int)")
        .contains("state 1  yields a value", "state 2  calls ask")
        .contains("saved: i", "returns")
        .anyMatch(text -> text.endsWith("// the loop"));
    assertThat(Files.readString(svg)).contains("class='back'", "class='yield'", "class='call'");
  }

  private static List<String> texts(Document picture) {
    NodeList found = picture.getElementsByTagName("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static void assertUnusable(ForkedJvm.Result result, String... messages) {
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).startsWith("weft: ").contains(messages).doesNotContain("\tat ");
  }

  @Test
  void a_class_that_is_not_there_is_named() {
    assertUnusable(
        explain("com.example.Nothing"), "no class com.example.Nothing in the class path");
  }

  @Test
  void a_method_that_is_not_there_is_named_with_those_that_are() {
    assertUnusable(
        explain("dev.weft.programs.Explained.nothing"),
        "dev.weft.programs.Explained has no coroutine method nothing; it has: words(String,int)");
  }

  @Test
  void a_class_without_coroutines_is_named() {
    assertUnusable(
        explain("dev.weft.programs.Plain"), "dev.weft.programs.Plain has nothing to weave");
  }

  @Test
  void a_method_that_is_refused_says_why() {
    assertUnusable(
        explain("dev.weft.programs.Errors.locked"),
        "Weft cannot weave dev.weft.programs.Errors.locked",
        "a yield in a synchronized method");
  }

  @Test
  void a_picture_is_of_one_method() {
    assertUnusable(
        explain("dev.weft.programs.Explained", "--svg", directory.resolve("x.svg").toString()),
        "--svg draws one method; name one of: ");
  }

  @Test
  void without_a_class_path_it_says_what_is_missing() {
    assertUnusable(ForkedJvm.commandLine("explain", "dev.weft.programs.Explained"), "say with -cp");
  }
}
