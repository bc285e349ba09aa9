package dev.weft.agent.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar weft-agent.jar}: weaves, checks and explains class files. */
@Command(
    name = "weft",
    description = "Weaves, checks and explains class files with @Coroutine methods.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {WeaveCommand.class, CheckCommand.class, ExplainCommand.class},
    footerHeading = "%nTo run a program with the agent: java -javaagent:weft-agent.jar ...%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, and nothing was found",
      "1:something cannot be woven, or a chain is broken",
      "2:wrong usage, or an input that cannot be read",
      "3:the weaver failed"
    })
public final class Main implements Runnable {
  /** Something cannot be woven, or a chain is broken. */
  static final int FOUND = 1;

  /** Wrong usage, or an input that cannot be read. */
  static final int UNUSABLE = 2;

  private static final int FAILED = 3;

  @Spec private @Nullable CommandSpec spec;

  /** Made by {@link #run}. */
  Main() {}

  /**
   * Runs a command, and exits with its code.
   *
   * @param arguments the command, its options and parameters
   */
  public static void main(String[] arguments) {
    Charset charset = Charset.defaultCharset();
    PrintWriter out = new PrintWriter(System.out, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs a command.
   *
   * @param out where its results go
   * @param err where errors go
   * @param arguments the command, its options and parameters
   * @return the exit code
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, err))
        .execute(arguments);
  }

  private static int report(Exception failure, PrintWriter err) {
    if (failure instanceof InputException) {
      err.println("weft: " + failure.getMessage());
      return UNUSABLE;
    }
    failure.printStackTrace(err);
    return FAILED;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Missing command: weave, check or explain");
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Weft " + (version == null ? "(not packaged)" : version)};
    }
  }
}
