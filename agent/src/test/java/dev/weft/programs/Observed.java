package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.Weft;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;

/** Observes tracked generators from outside of the library. */
public final class Observed {
  private static final List<Object> KEPT = new ArrayList<>();
  private static final int MOST_SECONDS = 60;

  private Observed() {}

  /**
   * Makes a generator and observes it.
   *
   * @param args how, and what that needs
   */
  public static void main(String[] args) throws Exception {
    try (Recording recording = args[0].equals("record") ? recording() : null) {
      Generator<Integer, Void, Void> generator = pausing(60);
      KEPT.add(generator.next());
      KEPT.add(generator);
      switch (args[0]) {
        case "ask" -> System.out.print(Weft.dump() + Weft.dumpWithLocals());
        case "bean" -> askBean();
        case "load" -> loadAgent(args);
        default -> recording.dump(Path.of(args[1]));
      }
    }
  }

  private static Recording recording() {
    Recording recording = new Recording();
    recording.enable("dev.weft.GeneratorCreated");
    recording.start();
    return recording;
  }

  @Coroutine
  private static Generator<Integer, Void, Void> pausing(int milliseconds)
      throws InterruptedException {
    Thread.sleep(milliseconds);
    Coroutines.yield(0);
    Thread.sleep(milliseconds);
    return Coroutines.done();
  }

  /** The bean is registered by a thread of its own. */
  private static void askBean() throws JMException, InterruptedException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.weft:type=Tracking");
    for (int i = 0; i < MOST_SECONDS * 10 && !server.isRegistered(name); i++) {
      Thread.sleep(100);
    }
    for (String attribute : List.of("LiveCount", "CreatedCount", "AbandonedCount")) {
      System.out.println(attribute + " " + server.getAttribute(name, attribute));
    }
    System.out.print(server.invoke(name, "dump", null, null));
    System.out.print(server.invoke(name, "dumpWithLocals", null, null));
  }

  /** Has jcmd load the agent into this JVM, and tells whether it runs afterwards. */
  private static void loadAgent(String[] args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(String.valueOf(ProcessHandle.current().pid()));
    command.add("JVMTI.agent_load");
    command.addAll(List.of(args).subList(1, args.length));
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println("jcmd " + jcmd.waitFor() + " " + said.contains("return code: 0"));
    System.out.println("agent runs: " + System.getProperty("weft.agent"));
    System.out.println(Late.numbers().next());
  }

  /** Loaded after the agent was loaded once more. */
  private static final class Late {
    @Coroutine
    static Generator<Integer, Void, Void> numbers() {
      Coroutines.yield(1);
      return Coroutines.done();
    }
  }
}
