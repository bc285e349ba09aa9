package dev.weft.agent.cli;

import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.WeavingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weaves class files, so that they need no agent. */
@Command(
    name = "weave",
    mixinStandardHelpOptions = true,
    description = {
      "Weaves class files ahead of time. They then run with weft-core alone, without the agent.",
      "",
      "All other files stay as they are. A class that is woven already is not woven again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:woven",
      "1:something cannot be woven; nothing is written, unless --refusals=warn",
      "2:wrong usage, or an input that cannot be read"
    })
final class WeaveCommand implements Callable<Integer> {
  /** What becomes of a class that cannot be woven as it is. */
  enum Refusals {
    fail,
    warn
  }

  /** Which variables are kept. */
  enum Locals {
    live,
    scope
  }

  @Parameters(paramLabel = "CLASSES", description = "A directory of classes, or a jar.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where to write the directory or jar to; in its own place if not given.")
  private @Nullable Path output;

  @Mixin private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--locals",
      paramLabel = "live|scope",
      description =
          "scope keeps every variable while it is in scope, for debugging; live, the default, keeps"
              + " what is still needed.")
  private Locals locals = Locals.live;

  @Option(
      names = "--refusals",
      paramLabel = "fail|warn",
      description =
          "warn writes the classes though something cannot be woven: it is thrown when the method is"
              + " called; fail is the default.")
  private Refusals refusals = Refusals.fail;

  @Option(
      names = "--track",
      description =
          "lets generators tell when they are made, run and suspend, so that they can be listed.")
  private boolean track;

  @Spec private @Nullable CommandSpec spec;

  private WeavingOptions options() {
    return new WeavingOptions(locals == Locals.scope, track);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ClassTree tree = ClassTree.read(input);
    try (VisibleClasses visible = classPath.open(tree, err)) {
      WovenTree woven = WovenTree.of(tree, visible, options());
      woven.refusals().stream().map(Refusal::message).forEach(err::println);
      if (!woven.refusals().isEmpty() && refusals == Refusals.fail) {
        err.println("weft: nothing was written; --refusals=warn writes it nevertheless");
        return Main.FOUND;
      }
      if (woven.woven() > 0 && tree.isSigned()) {
        throw new InputException(
            input + " is signed, and would not match its signature: weave it before it is signed");
      }
      Path target = output == null ? input : output;
      TreeWriter.write(tree, woven.tree(), target);
      out.println(
          "wove " + woven.woven() + " classes and added " + woven.companions() + " to " + target);
      return 0;
    }
  }
}
