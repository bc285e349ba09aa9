package dev.weft;

/**
 * Raised at the yield of a generator that is being closed, so that its {@code finally} blocks run.
 *
 * <p>Not an {@link Exception}: {@code catch (Exception e)} around a yield does not see it, as in
 * Python (PEP 342). A body may let it pass or return; to yield again while it is on its way is the
 * error "generator ignored GeneratorExit". It carries no stack trace of its own.
 */
public final class GeneratorExit extends Error {
  private static final long serialVersionUID = 1L;

  /** Creates the signal. */
  public GeneratorExit() {
    super("the generator is being closed", null, true, false);
  }
}
