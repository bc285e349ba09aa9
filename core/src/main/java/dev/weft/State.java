package dev.weft;

/**
 * Where a generator is in its life, as Python's {@code inspect.getgeneratorstate} tells it.
 *
 * <pre>
 *   CREATED   --next, send(null)--------------&gt; RUNNING
 *   CREATED   --close, raise------------------&gt; CLOSED
 *   RUNNING   --the body yields---------------&gt; SUSPENDED
 *   RUNNING   --the body returns or throws----&gt; CLOSED
 *   SUSPENDED --next, send, raise, close------&gt; RUNNING
 * </pre>
 */
public enum State {
  /** Nothing of the body has run yet. */
  CREATED,
  /** The body is running now, on some thread. */
  RUNNING,
  /** The body waits at a yield. */
  SUSPENDED,
  /** The body has returned, has thrown, or was closed; it never runs again. */
  CLOSED
}
