package dev.weft.agent.rewrite.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.model.FrameField;
import dev.weft.agent.rewrite.model.Local;
import dev.weft.agent.rewrite.model.PointAnalysis;
import dev.weft.agent.rewrite.model.SavedValue;
import dev.weft.agent.rewrite.model.VerificationType;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Which field keeps which value. */
class SlotLayoutTest {
  private static final Local TEXT = local(2, "java/lang/String");

  private final SlotLayout layout = new SlotLayout(name -> !name.equals("p/Hidden"));

  private static Local local(int index, String type) {
    return new Local(index, VerificationType.of((Object) type));
  }

  private static FrameField field(String name, String descriptor) {
    return new FrameField(name, descriptor);
  }

  @Test
  void a_field_is_named_for_its_place_and_sort() {
    layout.add(new Local(2, VerificationType.INT), false);
    layout.add(new Local(3, VerificationType.LONG), false);
    layout.add(new Local(0, VerificationType.DOUBLE), true);
    layout.add(TEXT, true);
    assertThat(layout.fields())
        .containsExactly(
            field("local2I", "I"),
            field("local3J", "J"),
            field("stack0D", "D"),
            field("stack2A", "Ljava/lang/String;"));
  }

  @Test
  void a_slot_has_a_field_for_each_sort_that_it_ever_holds() {
    layout.add(new Local(2, VerificationType.INT), false);
    layout.add(TEXT, false);
    layout.add(new Local(2, VerificationType.INT), false);
    assertThat(layout.fields())
        .containsExactly(field("local2I", "I"), field("local2A", "Ljava/lang/String;"));
  }

  @Test
  void references_of_different_types_share_an_Object_and_are_cast() {
    layout.add(TEXT, false);
    layout.add(local(2, "java/util/List"), false);
    assertThat(layout.fields()).containsExactly(field("local2A", "Ljava/lang/Object;"));
    assertThat(layout.place(TEXT, false))
        .hasValueSatisfying(saved -> assertThat(saved.needsCast()).isTrue());
  }

  @Test
  void a_reference_of_one_type_is_not_cast() {
    layout.add(TEXT, false);
    assertThat(layout.place(TEXT, false))
        .contains(new SavedValue(TEXT, field("local2A", "Ljava/lang/String;")))
        .hasValueSatisfying(saved -> assertThat(saved.needsCast()).isFalse());
  }

  @Test
  void null_has_no_field() {
    Local nothing = new Local(2, VerificationType.NULL);
    layout.add(nothing, false);
    assertThat(layout.fields()).isEmpty();
    assertThat(layout.place(nothing, false)).isEmpty();
    layout.add(TEXT, false);
    assertThat(layout.place(nothing, false)).isEmpty();
  }

  @Test
  void arrays_keep_their_type() {
    layout.add(local(1, "[[I"), false);
    assertThat(layout.fields()).containsExactly(field("local1A", "[[I"));
  }

  @Test
  void a_type_out_of_reach_has_a_field_of_its_own() {
    layout.add(TEXT, false);
    assertThat(layout.isOneField(TEXT)).isTrue();
    Local hidden = local(2, "p/Hidden");
    layout.add(hidden, false);
    assertThat(layout.fields()).hasSize(2);
    assertThat(layout.isOneField(TEXT)).isFalse();
    assertThat(layout.place(hidden, false))
        .hasValueSatisfying(saved -> assertThat(saved.needsCast()).isFalse());
    assertThat(layout.others(hidden, false))
        .containsExactly(field("local2A", "Ljava/lang/String;"));
  }

  @Test
  void stale_references_are_found_by_number() {
    layout.add(TEXT, false);
    layout.add(local(1, "java/util/List"), true);
    layout.add(new Local(5, VerificationType.INT), false);
    BitSet stale = new BitSet();
    stale.set(PointAnalysis.bit(2, false));
    stale.set(PointAnalysis.bit(5, false)); // an int: nothing to clear
    stale.set(PointAnalysis.bit(9, false)); // never saved
    stale.set(PointAnalysis.bit(1, true));
    assertThat(layout.references(stale))
        .containsExactly(
            field("stack1A", "Ljava/util/List;"), field("local2A", "Ljava/lang/String;"));
  }

  @Test
  void the_field_of_a_type_out_of_reach_is_named_for_it() {
    layout.add(local(2, "p/Hidden"), true);
    assertThat(layout.fields()).containsExactly(field("stack2ALp_Hidden_", "Lp/Hidden;"));
  }

  @Test
  void the_bottom_of_the_stack_is_a_place_too() {
    layout.add(local(0, "java/util/List"), true);
    BitSet stale = new BitSet();
    stale.set(PointAnalysis.bit(0, true));
    assertThat(layout.references(stale)).containsExactly(field("stack0A", "Ljava/util/List;"));
  }
}
