package dev.weft.agent.cli;

import dev.weft.agent.build.BuildWeaver;
import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.Inspection;
import dev.weft.agent.rewrite.emit.ClassEmitter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what cannot work, before it runs. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Finds what cannot be woven, and calls that break the chain from a generator to a yield.",
      "",
      "A call breaks it if a coroutine is called with a lock held, in a constructor or static"
          + " initialiser, or in a method or lambda that a coroutine reaches and that is none itself."
          + " Such a call works as long as nothing suspends. What is called by reflection or through"
          + " the JDK's interfaces is not seen."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing was found",
      "1:something was found: file:line, reason and cure are printed",
      "2:wrong usage, or an input that cannot be read"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CLASSES", description = "A directory of classes, or a jar.")
  private Path input = Path.of("");

  @Mixin private ClassPathOption classPath = new ClassPathOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ClassTree tree = ClassTree.read(input);
    Set<Problem> problems = new TreeSet<>(Problem.ORDER);
    try (VisibleClasses visible = classPath.open(tree, err)) {
      visible.prefixes().forEach(prefix -> problems.addAll(check(visible, prefix, err)));
    }
    problems.stream().map(Problem::text).forEach(out::println);
    out.println(problems.isEmpty() ? "nothing found" : problems.size() + " found");
    return problems.isEmpty() ? 0 : Main.FOUND;
  }

  private static List<Problem> check(VisibleClasses visible, String prefix, PrintWriter err) {
    ClassFiles files = visible.from(prefix);
    ClassIndex index = new ClassIndex(files, CoroutinePolicy.ANNOTATED);
    ClassRewriter rewriter = new ClassRewriter(index, false);
    BuildWeaver weaver = new BuildWeaver(files, false);
    List<Inspection> inspected = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ClassTree.ClassEntry type : visible.classes(prefix)) {
      byte[] classFile = type.entry().bytes();
      if (!type.isCompanion()) {
        Inspection inspection = rewriter.inspect(classFile);
        if (ClassEmitter.isWoven(inspection.type())) {
          err.println("weft: woven already, so not checked: " + type.name().replace('/', '.'));
        } else {
          inspected.add(inspection);
          weaver.weave(type.name(), classFile).ifPresent(w -> addAll(w.refusals(), problems));
        }
      }
    }
    problems.addAll(BrokenChains.find(new CallGraph(index, inspected)));
    return problems;
  }

  private static void addAll(List<Refusal> refusals, List<Problem> problems) {
    refusals.stream().map(Problem::of).forEach(problems::add);
  }
}
