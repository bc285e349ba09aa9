package dev.weft.agent.cli;

import dev.weft.agent.cli.explain.FlowChart;
import dev.weft.agent.cli.explain.StateTable;
import dev.weft.agent.rewrite.Inspection;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what the weaver makes of methods. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what the weaver makes of a class's coroutine methods: their states, the line of each"
          + " suspension point, what is saved there and why, and how many bytes weaving adds.",
      "",
      "The class is named as in com.example.Words, the method as in com.example.Words.each or, among"
          + " several of one name, com.example.Words.each(String,int)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:explained", "2:wrong usage, or no such class or coroutine method"})
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CLASS[.METHOD]", description = "What to explain.")
  private String name = "";

  @Mixin private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Writes the control flow of the method, which must be one, as a picture.")
  private @Nullable Path picture;

  @Option(
      names = "--source-path",
      paramLabel = "DIR",
      description = "Where the source is, as in src/main/java; the picture then shows its lines.")
  private @Nullable Path sources;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (ExplainedClass type = ExplainedClass.find(name, classPath.elements())) {
      List<StateMachinePlan> plans = type.plans();
      if (picture != null) {
        draw(type.inspection(), only(plans), picture);
        out.println("wrote " + picture);
        return 0;
      }
      String file = Objects.requireNonNullElse(type.inspection().type().sourceFile, "line");
      for (StateMachinePlan plan : plans) {
        StateTable.of(plan, file).forEach(out::println);
        out.println("  " + type.sizeOf(plan));
        out.println();
      }
      out.println(type.size());
      return 0;
    }
  }

  private static StateMachinePlan only(List<StateMachinePlan> plans) {
    if (plans.size() == 1) {
      return plans.get(0);
    }
    throw new InputException(
        "--svg draws one method; name one of: "
            + plans.stream()
                .map(plan -> StateTable.signature(plan.source()).replace(" ", ""))
                .collect(Collectors.joining(" ")));
  }

  private void draw(Inspection inspection, StateMachinePlan plan, Path target) {
    String svg = FlowChart.of(plan, source(inspection));
    try {
      Files.writeString(target, svg);
    } catch (IOException e) {
      throw new InputException("cannot write " + target, e);
    }
  }

  private Map<Integer, String> source(Inspection inspection) {
    Map<Integer, String> lines = new HashMap<>();
    String file = inspection.type().sourceFile;
    if (sources == null || file == null) {
      return lines;
    }
    String name = inspection.type().name;
    Path source = sources.resolve(name.substring(0, name.lastIndexOf('/') + 1) + file);
    try {
      for (String line : Files.readAllLines(source)) {
        lines.put(lines.size() + 1, line);
      }
    } catch (IOException e) {
      throw new InputException("cannot read the source " + source, e);
    }
    return lines;
  }
}
