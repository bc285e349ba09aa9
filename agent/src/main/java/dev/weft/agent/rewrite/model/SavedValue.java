package dev.weft.agent.rewrite.model;

/**
 * A value and the field that keeps it.
 *
 * @param local where the value is while the method runs
 * @param field where it is while the method is suspended
 */
public record SavedValue(Local local, FrameField field) {
  /** Whether the value has to be cast to its verification type when it is restored. */
  public boolean needsCast() {
    return !field.descriptor().equals(local.type().descriptor());
  }
}
