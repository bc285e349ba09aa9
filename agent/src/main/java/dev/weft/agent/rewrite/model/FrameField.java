package dev.weft.agent.rewrite.model;

/**
 * A field of a frame class.
 *
 * @param name its name
 * @param descriptor its descriptor
 */
public record FrameField(String name, String descriptor) {
  /** Written out: what the JDK links in its stead takes longer than to weave a class. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FrameField field
        && name.equals(field.name)
        && descriptor.equals(field.descriptor);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + descriptor.hashCode();
  }
}
