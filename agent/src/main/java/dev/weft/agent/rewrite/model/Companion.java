package dev.weft.agent.rewrite.model;

/**
 * A class that a woven class brings along.
 *
 * @param name its internal name
 * @param bytes its class file
 */
public record Companion(String name, byte[] bytes) {}
