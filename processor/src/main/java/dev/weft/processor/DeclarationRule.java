package dev.weft.processor;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** A method that cannot be a coroutine, whatever its body. */
final class DeclarationRule {
  private static final int MOST_SLOTS = 255;

  private final Model model;

  DeclarationRule(Model model) {
    this.model = model;
  }

  /** Checks a method that is annotated. */
  Optional<Finding> check(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.NATIVE)) {
      return Optional.of(
          Finding.warning(
              "a native method cannot suspend: @Coroutine means nothing here",
              "remove the annotation"));
    }
    if (modifiers.contains(Modifier.SYNCHRONIZED) && model.returnsGenerator(method)) {
      String cure = Place.SYNCHRONIZED_METHOD.cureFor("yield");
      return Optional.of(
          Finding.refusal(model.nameOf(method), "a synchronized generator method", cure));
    }
    return modifiers.contains(Modifier.ABSTRACT) ? Optional.empty() : checkSlots(method);
  }

  private Optional<Finding> checkSlots(ExecutableElement method) {
    int slots = slots(method);
    // A generator's arguments go to the constructor of its frame.
    int added = model.returnsGenerator(method) ? 1 : 3;
    return slots + added <= MOST_SLOTS
        ? Optional.empty()
        : Optional.of(
            Finding.refusal(
                model.nameOf(method),
                "its parameters take "
                    + slots
                    + " slots, and weaving needs "
                    + added
                    + " more of 255",
                "pass some of them in an object"));
  }

  private static int slots(ExecutableElement method) {
    int self = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    return self
        + method.getParameters().stream()
            .map(parameter -> parameter.asType().getKind())
            .mapToInt(kind -> kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1)
            .sum();
  }
}
