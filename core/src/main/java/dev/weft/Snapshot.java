package dev.weft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a generator stood at one moment. Immutable; the values of the locals are the live objects.
 *
 * @param state the state
 * @param frames the suspended activations, innermost first, ending with the generator's own; those
 *     of the generators it delegates to come before; empty while it runs and once it is closed
 * @param delegate what the generator delegates to by {@code yieldFrom} while suspended there; a
 *     generator or an iterator; null otherwise
 */
public record Snapshot(State state, List<Activation> frames, @Nullable Object delegate) {
  /**
   * Makes a picture; copies the list.
   *
   * @param state the state
   * @param frames the suspended activations, innermost first
   * @param delegate what the generator delegates to, or null
   */
  public Snapshot {
    frames = List.copyOf(frames);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(state.toString());
    for (Activation frame : frames) {
      text.append("\n  at ").append(frame);
    }
    return delegate == null ? text.toString() : text + "\n  delegating to " + delegate;
  }

  /**
   * One suspended activation of a coroutine method.
   *
   * @param className the binary name of the class
   * @param method the name of the method
   * @param file the source file; null if the class file does not tell
   * @param line the line where it is suspended, or where the method starts if it has not started;
   *     -1 if the class file does not tell
   * @param locals the live local variables by name, in the order of their slots; without debug
   *     information only what has a name
   * @param notLive the names of the variables that are in scope but whose values are not needed any
   *     more, and so are not kept
   */
  public record Activation(
      String className,
      String method,
      @Nullable String file,
      int line,
      Map<String, @Nullable Object> locals,
      List<String> notLive) {
    /**
     * Makes a picture of a frame; copies the map and the list.
     *
     * @param className the binary name of the class
     * @param method the name of the method
     * @param file the source file, or null
     * @param line the line, or -1
     * @param locals the live local variables by name
     * @param notLive the names of the variables that are in scope only
     */
    public Activation {
      locals = Collections.unmodifiableMap(new LinkedHashMap<>(locals));
      notLive = List.copyOf(notLive);
    }

    @Override
    public String toString() {
      String place = file == null ? "Unknown Source" : line < 0 ? file : file + ":" + line;
      String rest = notLive.isEmpty() ? "" : " not live: " + String.join(", ", notLive);
      return className + "." + method + "(" + place + ") " + locals + rest;
    }
  }
}
