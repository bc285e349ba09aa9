package dev.weft.agent;

import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the user what the agent did: refusals always, the rest if asked. Thread-safe. */
final class WeaveLog {
  private final AgentOptions options;
  private final PrintStream out;

  WeaveLog(AgentOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Reports a class that was woven. */
  void woven(WovenClass type) {
    for (Refusal refusal : type.refusals()) {
      out.println("[weft] " + refusal.message());
    }
    if (options.log()) {
      out.println("[weft] wove " + type.name().replace('/', '.'));
    }
    options.dump().ifPresent(directory -> dump(type, directory));
  }

  /** Reports classes that were loaded too early to be woven. */
  void missed(List<Class<?>> types) {
    if (!types.isEmpty()) {
      out.println(
          "[weft] loaded before Weft was installed, so not woven: "
              + types.stream().map(Class::getName).collect(Collectors.joining(", "))
              + ". Yields in them fail. Install Weft before they are loaded: first thing in main,"
              + " in a class without coroutine code; or start the JVM with"
              + " -javaagent:weft-agent.jar.");
    }
  }

  /** Reports a failure of the weaver. */
  void failed(String type, Throwable failure, Optional<WovenClass> poisoned) {
    out.println(
        "[weft] weaving "
            + type.replace('/', '.')
            + " failed"
            + (poisoned.isPresent() ? "; its coroutine methods throw when called" : "")
            + "; please report this:");
    failure.printStackTrace(out);
    poisoned.ifPresent(this::woven);
  }

  private void dump(WovenClass type, Path directory) {
    try {
      write(directory, type.name(), type.bytes());
      for (var companion : type.companions()) {
        write(directory, companion.name(), companion.bytes());
      }
    } catch (IOException e) {
      out.println("[weft] cannot write woven classes to " + directory + ": " + e);
    }
  }

  private static void write(Path directory, String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
