package dev.weft.runtime;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains why a yield cannot suspend. Walks the stack, which is dear, so only once it is known
 * that there is an error.
 *
 * <p>The stack, from the yield outward, reads: woven frames that were given no coroutine, the plain
 * entry of the outermost of them, the frames that are no coroutines, and then either a woven frame
 * of a running coroutine or the end of the stack.
 */
final class BrokenChain {
  private static final String RUNTIME = BrokenChain.class.getPackageName() + ".";
  private static final String FRAME = "Ldev/weft/runtime/Frame;";
  private static final String COROUTINE = "Ldev/weft/runtime/GeneratorFrame;";

  /** Descriptors are to be had with class references only. */
  private static final Set<Option> OPTIONS =
      Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_REFLECT_FRAMES);

  /** The field that says that a class is woven. */
  private static final String STAMP = "$weft$version";

  private static final String UNWOVEN =
      "; if it is one already, its class has not been woven: start the JVM with"
          + " -javaagent:weft-agent.jar, call dev.weft.agent.Weft.install() before it is loaded, or"
          + " weave at build time";

  private BrokenChain() {}

  /** The error of a yield that was reached without a coroutine. */
  static IllegalStateException atYield() {
    List<StackFrame> stack = StackWalker.getInstance(OPTIONS).walk(BrokenChain::userFrames);
    List<StackFrame> entered = stack.stream().dropWhile(BrokenChain::isWoven).toList();
    String where = "a yield in " + describe(yielding(stack));
    if (entered.isEmpty()) {
      return new IllegalStateException(where + " has no generator to suspend");
    }
    List<StackFrame> outside = entered.subList(1, entered.size());
    List<StackFrame> between = outside.stream().takeWhile(f -> !isWoven(f)).toList();
    if (between.size() == outside.size()) {
      return new IllegalStateException(where + plainCode(entered.get(0), outside));
    }
    return new IllegalStateException(
        where + " cannot suspend its generator: " + reason(between, outside.get(between.size())));
  }

  private static String plainCode(StackFrame entry, List<StackFrame> outside) {
    String caller = outside.isEmpty() ? "" : ", " + describe(outside.get(0));
    return " has no generator to suspend: "
        + entry.getClassName()
        + "."
        + entry.getMethodName()
        + " was called by plain code"
        + caller
        + "; call it from a generator, or from a method annotated @Coroutine that one calls";
  }

  private static String reason(List<StackFrame> between, StackFrame coroutine) {
    if (between.isEmpty()) {
      return describe(coroutine)
          + " made a plain call. If it holds a monitor (synchronized) there, that would be left"
          + " locked: yield outside of it, or use a java.util.concurrent lock. If not, the class"
          + " file of the called class was not to be found when the caller was woven";
    }
    String frames = between.stream().map(BrokenChain::describe).collect(Collectors.joining(", "));
    return "these frames are not coroutines: " + frames + cure(between);
  }

  private static String cure(List<StackFrame> between) {
    if (between.stream().anyMatch(BrokenChain::isSynchronized)) {
      return "; a synchronized method holds a monitor, which would be left locked: yield outside of"
          + " it, or use a java.util.concurrent lock";
    }
    if (between.stream().anyMatch(f -> f.getMethodName().equals("<init>"))) {
      return "; a constructor cannot be suspended: yield before or after it";
    }
    if (between.stream().anyMatch(f -> f.getMethodName().equals("<clinit>"))) {
      return "; a static initialiser cannot be suspended: yield elsewhere";
    }
    if (between.stream().anyMatch(BrokenChain::isAroundAdvice)) {
      return "; advice around a method that yields cannot be suspended: use advice before and after"
          + " it";
    }
    return "; annotate those that are yours @Coroutine, and replace library calls that take a"
        + " lambda by a loop";
  }

  /** The error of a call of a {@link dev.weft.Yielder} in code that was not woven. */
  static IllegalStateException notWoven(String call) {
    List<StackFrame> stack = StackWalker.getInstance(OPTIONS).walk(BrokenChain::userFrames);
    String where = stack.isEmpty() ? "an unknown method" : describe(stack.get(0));
    return new IllegalStateException(
        "Yielder."
            + call
            + " was called in "
            + where
            + ", which is no coroutine: annotate the method @Coroutine, or, if it is a lambda, give"
            + " its interface's method that annotation; library calls that take a lambda need a"
            + " loop instead"
            + (stack.isEmpty() || isInWovenClass(stack.get(0)) ? "" : UNWOVEN));
  }

  /** Whether anything in a frame's class was woven. */
  private static boolean isInWovenClass(StackFrame frame) {
    return Arrays.stream(frame.getDeclaringClass().getDeclaredFields())
        .anyMatch(field -> field.getName().equals(STAMP));
  }

  private static List<StackFrame> userFrames(Stream<StackFrame> frames) {
    return frames.filter(f -> !f.getClassName().startsWith(RUNTIME) || isWoven(f)).toList();
  }

  /** Whether a frame is a woven body or its twin, given a coroutine or NONE. */
  private static boolean isWoven(StackFrame frame) {
    String descriptor = frame.getDescriptor();
    return !frame.getClassName().equals(GeneratorFrame.class.getName())
        && (isBody(frame) || descriptor.contains(COROUTINE + ")"));
  }

  /** What checks may be a twin, in place of the yieldFrom that its caller's source has there. */
  private static StackFrame yielding(List<StackFrame> stack) {
    return stack.stream().filter(BrokenChain::isBody).findFirst().orElse(stack.get(0));
  }

  private static boolean isBody(StackFrame frame) {
    return frame.getDescriptor().startsWith("(" + FRAME + COROUTINE);
  }

  /** Whether AspectJ has made the method, to run advice in its place or to proceed from there. */
  private static boolean isAroundAdvice(StackFrame frame) {
    return frame.getMethodName().contains("_aroundBody")
        || frame.getClassName().contains("$AjcClosure");
  }

  private static boolean isSynchronized(StackFrame frame) {
    try {
      Class<?>[] parameters = frame.getMethodType().parameterArray();
      int modifiers =
          frame
              .getDeclaringClass()
              .getDeclaredMethod(frame.getMethodName(), parameters)
              .getModifiers();
      return Modifier.isSynchronized(modifiers);
    } catch (NoSuchMethodException | LinkageError e) {
      return false; // a constructor, or a class whose methods cannot be listed
    }
  }

  private static String describe(StackFrame frame) {
    String place =
        frame.getFileName() == null
            ? ""
            : frame.getLineNumber() < 0
                ? " (" + frame.getFileName() + ")"
                : " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    return frame.getClassName() + "." + frame.getMethodName() + place;
  }
}
