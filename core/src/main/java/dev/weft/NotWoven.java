package dev.weft;

import java.lang.StackWalker.Option;
import java.util.Optional;

/** The error of code that was never woven: names the method and the cure. */
final class NotWoven {
  /** The property that the agent sets when it starts. */
  private static final String AGENT = "weft.agent";

  private NotWoven() {}

  /**
   * Describes a call of {@link Coroutines} from code that was not woven.
   *
   * @param call the name of the method called
   * @return the error to throw
   */
  static IllegalStateException calling(String call) {
    Optional<StackWalker.StackFrame> caller =
        StackWalker.getInstance(Option.SHOW_HIDDEN_FRAMES)
            .walk(frames ->
                frames
                    .dropWhile(f -> f.getClassName().equals(NotWoven.class.getName()))
                    .dropWhile(f -> f.getClassName().equals(Coroutines.class.getName()))
                    .findFirst());
    return new IllegalStateException(
        "Coroutines."
            + call
            + " was called in "
            + caller.map(NotWoven::describe).orElse("an unknown method")
            + ", which has not been woven. "
            + cure(caller));
  }

  private static String cure(Optional<StackWalker.StackFrame> caller) {
    if (caller.isPresent() && caller.get().getClassName().contains("/")) {
      return "It is a hidden class, which no agent sees: define it as a normal class.";
    }
    if (caller.isPresent() && System.getProperty(AGENT) != null) {
      return "The Weft agent is running, but did not weave this class: it was loaded before the"
          + " agent, or by a class loader the agent does not see. Start the JVM with"
          + " -javaagent:weft-agent.jar, or call dev.weft.agent.Weft.install() sooner: first thing"
          + " in main, in a class without coroutine code.";
    }
    return "Start the JVM with -javaagent:weft-agent.jar, call dev.weft.agent.Weft.install() before"
        + " the class is loaded, or weave at build time; and annotate the method @Coroutine.";
  }

  private static String describe(StackWalker.StackFrame frame) {
    return frame.getClassName()
        + "."
        + frame.getMethodName()
        + " ("
        + frame.getFileName()
        + ":"
        + frame.getLineNumber()
        + ")";
  }
}
