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
import java.util.function.Predicate;

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

    boolean isSameSlot(Key other) {
      return stack == other.stack && index == other.index && sort == other.sort;
    }

    /** Written out: what the JDK links in its stead takes longer than to weave a class. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && isSameSlot(key) && ownType.equals(key.ownType);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * index + sort) + ownType.hashCode();
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
    return value.type().isNull()
        ? Optional.empty()
        : field(key(value, stack)).map(field -> new SavedValue(value, field));
  }

  /** Whether a local has but one field, which then keeps its value from point to point. */
  boolean isOneField(Local local) {
    return others(local, false).isEmpty();
  }

  /** The other fields of a value's slot, which hold nothing while the value has its own. */
  List<FrameField> others(Local value, boolean stack) {
    Key own = key(value, stack);
    return fields(key -> key.isSameSlot(own) && !key.equals(own));
  }

  /** The fields of references, given as {@link PointAnalysis#bit} numbers them. */
  List<FrameField> references(BitSet bits) {
    return bits.stream()
        .mapToObj(SlotLayout::referenceKey)
        .flatMap(slot -> fields(slot::isSameSlot).stream())
        .toList();
  }

  private static Key referenceKey(int bit) {
    return new Key(bit == PointAnalysis.bit(bit / 2, true), bit / 2, 'A', "");
  }

  private List<FrameField> fields(Predicate<Key> wanted) {
    return descriptors.keySet().stream().filter(wanted).flatMap(k -> field(k).stream()).toList();
  }

  private Optional<FrameField> field(Key key) {
    return Optional.ofNullable(descriptors.get(key)).map(type -> new FrameField(key.name(), type));
  }
}
