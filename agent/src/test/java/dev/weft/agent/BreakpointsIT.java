package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.StepRequest;
import dev.weft.programs.Debugged;
import dev.weft.weaving.Case;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a debugger sees of a coroutine that is suspended and resumed. */
class BreakpointsIT {
  private static final Path SOURCE =
      Path.of("src", "test", "java").resolve(Debugged.class.getName().replace('.', '/') + ".java");

  private final List<String> seen = new ArrayList<>();
  private List<String> lines = List.of();

  private int lineOf(String comment) {
    return IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).endsWith("// " + comment))
            .findFirst()
            .orElseThrow()
        + 1;
  }

  private String commentOf(int line) {
    String text = lines.get(line - 1);
    return text.contains("// ") ? text.substring(text.indexOf("// ") + 3) : "line " + line;
  }

  private static VirtualMachine launch() throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    String classPath =
        ForkedJvm.jar("weft.core.jar") + File.pathSeparator + ForkedJvm.locationOf(Debugged.class);
    arguments
        .get("options")
        .setValue("-javaagent:\"" + ForkedJvm.agentJar() + "\" -cp \"" + classPath + "\"");
    arguments.get("main").setValue(Debugged.class.getName());
    return connector.launch(arguments);
  }

  private void setBreakpoints(ReferenceType type) throws AbsentInformationException {
    for (String comment : List.of("calls", "yields", "resumed", "returned")) {
      for (Location place : type.locationsOfLine(lineOf(comment))) {
        type.virtualMachine().eventRequestManager().createBreakpointRequest(place).enable();
      }
    }
  }

  private static void stepOver(ThreadReference thread) {
    StepRequest request =
        thread
            .virtualMachine()
            .eventRequestManager()
            .createStepRequest(thread, StepRequest.STEP_LINE, StepRequest.STEP_OVER);
    request.addCountFilter(1);
    request.enable();
  }

  private void see(Event event) throws Exception {
    if (event instanceof ClassPrepareEvent prepared) {
      setBreakpoints(prepared.referenceType());
    } else if (event instanceof BreakpointEvent hit) {
      String comment = commentOf(hit.location().lineNumber());
      seen.add(comment + " " + variable(hit.thread(), comment));
      if (comment.equals("resumed")) {
        stepOver(hit.thread());
      }
    } else if (event instanceof StepEvent step) {
      seen.add("stepped " + variable(step.thread(), "twice"));
      step.virtualMachine().eventRequestManager().deleteEventRequest(step.request());
    }
  }

  private static String variable(ThreadReference thread, String comment)
      throws AbsentInformationException, IncompatibleThreadStateException {
    StackFrame frame = thread.frame(0);
    String name =
        switch (comment) {
          case "yields", "resumed" -> "value";
          case "twice" -> "twice";
          default -> "i";
        };
    return Objects.requireNonNull(frame.getValue(frame.visibleVariableByName(name))).toString();
  }

  private void run(VirtualMachine machine) throws Exception {
    ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
    request.addClassFilter(Debugged.class.getName());
    request.enable();
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof VMDisconnectEvent) {
            return;
          }
          see(event);
        }
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      // as it should
    }
  }

  @Case("DB-07")
  @Test
  @Timeout(120)
  void a_breakpoint_is_hit_once_each_time_the_source_gets_there() throws Exception {
    lines = Files.readAllLines(SOURCE);
    VirtualMachine machine = launch();
    run(machine);
    assertThat(output(machine.process())).isEqualTo("12");
    assertThat(seen)
        .isEqualTo(
            IntStream.range(0, 3)
                .boxed()
                .flatMap(i ->
                    List.of(
                        "calls " + i,
                        "yields " + i,
                        "resumed " + i,
                        "stepped " + 2 * i,
                        "returned " + i)
                        .stream())
                .collect(Collectors.toList()));
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
