package dev.weft.agent.rewrite.model;

import java.util.List;

/**
 * What weaving made of a class.
 *
 * @param name its internal name
 * @param bytes the woven class file
 * @param companions the classes that it defines when it runs; their bytes are part of its own
 * @param refusals what could not be woven
 */
public record WovenClass(
    String name, byte[] bytes, List<Companion> companions, List<Refusal> refusals) {
  /** Copies the lists. */
  public WovenClass {
    companions = List.copyOf(companions);
    refusals = List.copyOf(refusals);
  }
}
