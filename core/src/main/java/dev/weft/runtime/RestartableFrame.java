package dev.weft.runtime;

/** The generator of a method that returns {@link Iterable}: can be started any number of times. */
public abstract class RestartableFrame extends GeneratorFrame {
  /** Made by woven code. */
  protected RestartableFrame() {}

  /**
   * A generator with the original arguments that has not started. Only asked of one that has not
   * started itself.
   *
   * @return a new generator
   */
  protected abstract GeneratorFrame restarted();
}
