package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every value a field: one for each local variable, or depth of the stack, and sort of type.
 *
 * <p>The field of a reference has that reference's own type if it is the same at all points, which
 * saves a cast at each resume; else it is an Object.
 */
final class SlotLayout {
  private final Map<Key, String> descriptors = new LinkedHashMap<>();

  private record Key(boolean stack, int index, char sort) {
    String name() {
      return (stack ? "stack" : "local") + index + sort;
    }
  }

  /** Makes place for a value; null needs none. */
  void add(Local value, boolean stack) {
    if (!value.type().isNull()) {
      descriptors.merge(
          key(value, stack),
          value.type().descriptor(),
          (one, other) -> one.equals(other) ? one : VerificationType.OBJECT.descriptor());
    }
  }

  private static Key key(Local value, boolean stack) {
    return new Key(stack, value.index(), value.sort());
  }

  /** All fields. */
  List<FrameField> fields() {
    List<FrameField> fields = new ArrayList<>();
    descriptors.forEach((key, type) -> fields.add(new FrameField(key.name(), type)));
    return fields;
  }

  /** The field of a value; nothing for null. */
  Optional<SavedValue> place(Local value, boolean stack) {
    return value.type().isNull()
        ? Optional.empty()
        : field(key(value, stack)).map(field -> new SavedValue(value, field));
  }

  /** The fields of references, given as {@link PointAnalysis#stale} numbers them. */
  List<FrameField> references(BitSet bits) {
    return bits.stream()
        .mapToObj(bit -> bit < PointAnalysis.STACK ? new Key(false, bit, 'A') : stackKey(bit))
        .flatMap(key -> field(key).stream())
        .toList();
  }

  private static Key stackKey(int bit) {
    return new Key(true, bit - PointAnalysis.STACK, 'A');
  }

  private Optional<FrameField> field(Key key) {
    return Optional.ofNullable(descriptors.get(key)).map(type -> new FrameField(key.name(), type));
  }
}
