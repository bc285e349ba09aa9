package dev.weft.agent;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A program that is run by a debugger, from stop to stop. Lines are named by the comments at their
 * ends.
 */
final class DebuggedJvm implements AutoCloseable {
  /** What {@link #go} and the steps come to where the program ends. */
  static final String ENDED = "ended";

  /** What they come to in code that has no lines, as what weaving makes has none. */
  static final String NO_LINE = "no line";

  private final Class<?> program;
  private final List<String> source;
  private final VirtualMachine machine;
  private final List<String> breakpoints;
  private List<String> skipped = List.of();
  private @Nullable EventSet stop;
  private @Nullable ThreadReference thread;

  private DebuggedJvm(
      Class<?> program, List<String> source, VirtualMachine machine, List<String> breakpoints) {
    this.program = program;
    this.source = source;
    this.machine = machine;
    this.breakpoints = breakpoints;
  }

  /** Starts a program, woven by the agent with these options, with breakpoints at these lines. */
  static DebuggedJvm start(Class<?> program, String agentOptions, String... breakpoints)
      throws Exception {
    Path source =
        Path.of("src", "test", "java").resolve(program.getName().replace('.', '/') + ".java");
    DebuggedJvm started =
        new DebuggedJvm(
            program,
            Files.readAllLines(source),
            launch(program, agentOptions),
            List.of(breakpoints));
    ClassPrepareRequest request = started.machine.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(program.getName());
    request.enable();
    return started;
  }

  private static VirtualMachine launch(Class<?> program, String agentOptions) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    String classPath =
        ForkedJvm.jar("weft.core.jar") + File.pathSeparator + ForkedJvm.locationOf(program);
    String agent = ForkedJvm.agentJar() + (agentOptions.isEmpty() ? "" : "=" + agentOptions);
    arguments.get("options").setValue("-javaagent:\"" + agent + "\" -cp \"" + classPath + "\"");
    arguments.get("main").setValue(program.getName());
    return connector.launch(arguments);
  }

  /** Never ends a step in classes of such names, as the step filters of an IDE. */
  DebuggedJvm skipping(String... patterns) {
    skipped = List.of(patterns);
    return this;
  }

  // === Stops ===

  /** Runs to the next breakpoint, and names its line. */
  String go() throws Exception {
    return run();
  }

  /** Runs to the next line of this method, or of its caller. */
  String stepOver() throws Exception {
    return step(StepRequest.STEP_OVER);
  }

  /** Runs to the next line, wherever that is. */
  String stepInto() throws Exception {
    return step(StepRequest.STEP_INTO);
  }

  /** Runs to the end of this method. */
  String stepOut() throws Exception {
    return step(StepRequest.STEP_OUT);
  }

  private String step(int depth) throws Exception {
    StepRequest request =
        machine.eventRequestManager().createStepRequest(stopped(), StepRequest.STEP_LINE, depth);
    skipped.forEach(request::addClassExclusionFilter);
    request.addCountFilter(1);
    request.enable();
    String stop = run();
    if (!stop.equals(ENDED)) {
      machine.eventRequestManager().deleteEventRequest(request);
    }
    return stop;
  }

  private String run() throws Exception {
    try {
      while (true) {
        if (stop != null) {
          stop.resume();
        }
        stop = machine.eventQueue().remove();
        for (Event event : stop) {
          if (event instanceof ClassPrepareEvent prepared) {
            setBreakpoints(prepared.referenceType());
          } else if (event instanceof LocatableEvent stopped) {
            thread = stopped.thread();
            return describe(stopped.location());
          } else if (event instanceof VMDisconnectEvent) {
            return ENDED;
          }
        }
      }
    } catch (VMDisconnectedException ended) {
      return ENDED;
    }
  }

  private void setBreakpoints(ReferenceType type) throws AbsentInformationException {
    for (String breakpoint : breakpoints) {
      for (Location place : type.locationsOfLine(lineOf(breakpoint))) {
        machine.eventRequestManager().createBreakpointRequest(place).enable();
      }
    }
  }

  private int lineOf(String comment) {
    return IntStream.range(0, source.size())
            .filter(i -> source.get(i).endsWith("// " + comment))
            .findFirst()
            .orElseThrow()
        + 1;
  }

  private String describe(Location location) {
    int line = location.lineNumber();
    if (line < 0) {
      return NO_LINE;
    }
    if (!location.declaringType().name().equals(program.getName())) {
      return location.toString();
    }
    String text = source.get(line - 1);
    int comment = text.indexOf("// ");
    return comment < 0 ? location.toString() : text.substring(comment + 3);
  }

  // === What there is ===

  /** The variables in scope and what they hold. */
  Map<String, String> variables() throws Exception {
    StackFrame frame = stopped().frame(0);
    Map<String, String> values = new TreeMap<>();
    for (LocalVariable variable : frame.visibleVariables()) {
      values.put(variable.name(), String.valueOf(frame.getValue(variable)));
    }
    return values;
  }

  /** The lines of the program on the stack, innermost first. */
  List<String> stackLines() throws Exception {
    return stopped().frames().stream()
        .map(StackFrame::location)
        .filter(location -> location.declaringType().name().equals(program.getName()))
        .map(this::describe)
        .filter(line -> !line.equals(NO_LINE))
        .toList();
  }

  private ThreadReference stopped() {
    return Objects.requireNonNull(thread);
  }

  /** What the program has printed, once it has ended. */
  String output() throws IOException {
    return new String(machine.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .strip();
  }

  @Override
  public void close() {
    try {
      machine.exit(1);
    } catch (VMDisconnectedException ended) {
      // as it should
    }
  }
}
