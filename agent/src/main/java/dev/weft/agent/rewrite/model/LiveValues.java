package dev.weft.agent.rewrite.model;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has to be there for a body to go on at a place.
 *
 * @param locals the live locals of the source
 * @param stack the operand stack, from the bottom
 */
public record LiveValues(List<Local> locals, List<Local> stack) {
  /** Nothing. */
  public static final LiveValues NOTHING = new LiveValues(List.of(), List.of());

  /** Copies the lists. */
  public LiveValues {
    locals = List.copyOf(locals);
    stack = List.copyOf(stack);
  }

  /** The references among them, null left out, as {@link PointAnalysis#bit} numbers them. */
  public BitSet references() {
    BitSet references = new BitSet();
    addReferences(locals, false, references);
    addReferences(stack, true, references);
    return references;
  }

  private static void addReferences(List<Local> values, boolean stack, BitSet references) {
    for (Local value : values) {
      if (value.sort() == 'A' && !value.type().isNull()) {
        references.set(PointAnalysis.bit(value.index(), stack));
      }
    }
  }

  /** Whether an object is among them whose constructor has not run. */
  public boolean holdUninitialised() {
    return Stream.concat(locals.stream(), stack.stream())
        .anyMatch(local -> local.type().isUninitialised());
  }
}
