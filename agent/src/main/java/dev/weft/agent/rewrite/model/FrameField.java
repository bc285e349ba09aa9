package dev.weft.agent.rewrite.model;

/**
 * A field of a frame class.
 *
 * @param name its name
 * @param descriptor its descriptor
 */
public record FrameField(String name, String descriptor) {}
