package dev.weft.processor;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** A yield, or a call of what may yield, that stands where nothing can be suspended. */
final class CallRule {
  private final Model model;

  CallRule(Model model) {
    this.model = model;
  }

  /** Checks a call of a method in some code. */
  Optional<Finding> check(ExecutableElement method, Code code) {
    Place place = code.place();
    if (place == Place.COROUTINE) {
      return Optional.empty();
    }
    boolean yielder = Model.isYielder(method);
    if (Model.isYield(method) || (yielder && place.isCoroutine())) {
      String what = "a yield " + place.words();
      return Optional.of(Finding.refusal(code.method(), what, place.cureFor("yield")));
    }
    return yielder || model.isSubroutine(method)
        ? Optional.of(fails("a call of " + describe(method), place))
        : Optional.empty();
  }

  /** Checks a reference to a method, for an interface whose method is no coroutine. */
  Optional<Finding> checkReference(ExecutableElement method) {
    boolean suspends =
        Model.isYield(method) || Model.isYielder(method) || model.isSubroutine(method);
    return suspends
        ? Optional.of(fails("a reference to " + describe(method), Place.LAMBDA))
        : Optional.empty();
  }

  private static Finding fails(String what, Place place) {
    return Finding.warning(
        what + " " + place.words() + " fails if it would suspend", place.cureFor("call it"));
  }

  private static String describe(ExecutableElement method) {
    return (Model.isYield(method) || Model.isYielder(method) ? "" : "the coroutine ")
        + Model.owner(method).getSimpleName()
        + "."
        + method.getSimpleName();
  }
}
