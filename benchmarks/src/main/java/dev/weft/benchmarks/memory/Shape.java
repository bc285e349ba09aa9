package dev.weft.benchmarks.memory;

import java.util.function.Supplier;

/**
 * Something that can be suspended many times over, to see how much memory one of it holds.
 *
 * @param label what readers know it by; no other has it
 * @param count how many are suspended at a time
 * @param maker makes one, suspended, and returns what keeps it; a thread may be on its way to
 *     parking, and has to end when it is interrupted
 * @param ownStack whether it has a stack outside the heap, whose physical memory is to be measured
 */
public record Shape(String label, int count, Supplier<Object> maker, boolean ownStack) {
  /** Without a stack of its own. */
  public Shape(String label, int count, Supplier<Object> maker) {
    this(label, count, maker, false);
  }
}
