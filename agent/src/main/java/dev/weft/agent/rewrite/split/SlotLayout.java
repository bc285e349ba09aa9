package dev.weft.agent.rewrite.split;

import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Indices;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Gives every value a field: one for each local variable, or depth of the stack, and sort of type.
 *
 * <p>The field of a reference has that reference's own type if it is the same at all points, which
 * saves a cast at each resume; else it is an Object. A type that the class could not cast to, since
 * it is out of its reach (compilers do name such types where two classes join), has a field of its
 * own: a field's type is not checked for access. Such a variable changes its field from point to
 * point.
 */
final class SlotLayout {
  private final Predicate<String> isAccessible;
  private final Map<Key, String> descriptors = new LinkedHashMap<>();

  /** The fields of each slot, which is given as the key of its field of no type out of reach. */
  private final Map<Key, Set<Key>> slots = new HashMap<>();

  /** Lays out the fields for a class that can access the types of those names. */
  SlotLayout(Predicate<String> isAccessible) {
    this.isAccessible = isAccessible;
  }

  /** A field; its own type is the empty string unless it is out of reach. */
  private record Key(boolean stack, int index, char sort, String ownType) {
    String name() {
      String suffix = ownType.replace('/', '_').replace(';', '_').replace('[', '_');
      return (stack ? "stack" : "local") + index + sort + suffix;
    }

    Key slot() {
      return ownType.isEmpty() ? this : new Key(stack, index, sort, "");
    }

    /** Written out: what the JDK links in its stead takes longer than to weave a class. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && stack == key.stack
          && index == key.index
          && sort == key.sort
          && ownType.equals(key.ownType);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * index + sort) + ownType.hashCode();
    }
  }

  /** Makes place for a value; null needs none. */
  void add(Local value, boolean stack) {
    if (!value.type().isNull()) {
      Key key = key(value, stack);
      slots.computeIfAbsent(key.slot(), slot -> new LinkedHashSet<>()).add(key);
      descriptors.merge(
          key,
          value.type().descriptor(),
          (one, other) -> one.equals(other) ? one : VerificationType.OBJECT.descriptor());
    }
  }

  private Key key(Local value, boolean stack) {
    boolean cast = !(value.type().item() instanceof String name) || isAccessible.test(name);
    String ownType = cast ? "" : value.type().descriptor();
    return new Key(stack, value.index(), value.sort(), ownType);
  }

  /** All fields. */
  List<FrameField> fields() {
    List<FrameField> fields = new ArrayList<>();
    descriptors.forEach((key, type) -> fields.add(new FrameField(key.name(), type)));
    return fields;
  }

  /** The field of a value; nothing for null. */
  Optional<SavedValue> place(Local value, boolean stack) {
    Key key = key(value, stack);
    return !value.type().isNull() && descriptors.containsKey(key)
        ? Optional.of(new SavedValue(value, field(key)))
        : Optional.empty();
  }

  /** Whether a local has but one field, which then keeps its value from point to point. */
  boolean isOneField(Local local) {
    return others(local, false).isEmpty();
  }

  /** The other fields of a value's slot, which hold nothing while the value has its own. */
  List<FrameField> others(Local value, boolean stack) {
    Key own = key(value, stack);
    return fieldsOf(own.slot()).filter(key -> !key.equals(own)).map(this::field).toList();
  }

  /** The fields of references, given as {@link PointAnalysis#bit} numbers them. */
  List<FrameField> references(BitSet bits) {
    List<FrameField> fields = new ArrayList<>();
    for (int bit : Indices.in(bits)) {
      fieldsOf(referenceSlot(bit)).map(this::field).forEach(fields::add);
    }
    return fields;
  }

  private static Key referenceSlot(int bit) {
    return new Key(bit == PointAnalysis.bit(bit / 2, true), bit / 2, 'A', "");
  }

  private Stream<Key> fieldsOf(Key slot) {
    return slots.getOrDefault(slot, Set.of()).stream();
  }

  private FrameField field(Key key) {
    return new FrameField(key.name(), Objects.requireNonNull(descriptors.get(key)));
  }
}
