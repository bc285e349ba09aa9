package dev.weft.tracking;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the call that makes a generator on the stack of the present thread. */
final class CreationSite {
  private static final List<String> LIBRARY = List.of("dev.weft.tracking.", "dev.weft.runtime.");
  private static final String COMPANION = "$$Weft$";

  private CreationSite() {}

  /**
   * The call of a generator method, or of {@code iterator()} on what it returned.
   *
   * @param layout the description of the generator's frame
   */
  static @Nullable StackTraceElement of(String layout) {
    return StackWalker.getInstance().walk(stack -> caller(stack, layout));
  }

  private static @Nullable StackTraceElement caller(Stream<StackFrame> stack, String layout) {
    return stack
        .dropWhile(frame -> isLibrary(frame.getClassName()))
        .dropWhile(frame -> isEntry(frame, layout))
        .findFirst()
        .map(StackFrame::toStackTraceElement)
        .orElse(null);
  }

  private static boolean isLibrary(String className) {
    return className.contains(COMPANION) || LIBRARY.stream().anyMatch(className::startsWith);
  }

  /** The woven entry of the method, which has no lines. */
  private static boolean isEntry(StackFrame frame, String layout) {
    return frame.getLineNumber() < 0
        && layout.startsWith(frame.getClassName() + "/" + frame.getMethodName() + "/");
  }
}
