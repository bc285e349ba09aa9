package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** All the reasons for which a method is refused, in the order in which they are tried. */
final class RefusalRules {
  private final ClassNode type;
  private final List<RefusalRule> forCoroutines;
  private final List<RefusalRule> forOthers;

  RefusalRules(ClassNode type, ClassIndex index, SuspensionPointFinder points) {
    this.type = type;
    forCoroutines = List.of(new HeldMonitorRule(index, points), new ParameterSlotsRule(index));
    forOthers =
        List.of(
            new ConstructorRule(),
            new StaticInitialiserRule(),
            new PlainLambdaRule(),
            new NotAnnotatedRule());
  }

  /** Why a coroutine method is refused; empty if it is woven. */
  Optional<Refusal> refuse(CoroutineMethod coroutine) {
    return apply(forCoroutines, coroutine.method());
  }

  /** Why a method that is no coroutine is refused; empty if it is left alone. */
  Optional<Refusal> refusePlain(MethodNode method) {
    return apply(forOthers, method);
  }

  private Optional<Refusal> apply(List<RefusalRule> rules, MethodNode method) {
    Stream<RefusalRule.Reason> reasons =
        rules.stream().flatMap(rule -> rule.check(method).stream());
    return reasons
        .findFirst()
        .map(reason ->
            new Refusal(
                type.name,
                Optional.ofNullable(type.sourceFile),
                method,
                reason.line(),
                reason.what(),
                reason.cure()));
  }
}
