package dev.weft.processor;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * A generator method that returns what is no end. A variable's value is not known; a call might
 * return null or never return, so that it is only suspicious.
 */
final class ReturnRule {
  private static final String MUST = "a generator method must return null, done(..) or end()";
  private static final String CURE = "to yield what it holds, yieldFrom it";

  private final Trees trees;
  private final Model model;

  ReturnRule(Trees trees, Model model) {
    this.trees = trees;
    this.model = model;
  }

  /** What may be returned: both ways of a condition, and what casts are applied to. */
  Stream<TreePath> values(TreePath returned) {
    return switch (returned.getLeaf().getKind()) {
      case PARENTHESIZED, TYPE_CAST, CONDITIONAL_EXPRESSION ->
          parts((ExpressionTree) returned.getLeaf())
              .flatMap(part -> values(new TreePath(returned, part)));
      default -> Stream.of(returned);
    };
  }

  /** Checks one of these values. */
  Optional<Finding> check(TreePath value) {
    return switch (value.getLeaf().getKind()) {
      case METHOD_INVOCATION -> checkCall(value);
      case NEW_CLASS, LAMBDA_EXPRESSION, MEMBER_REFERENCE -> Optional.of(wrong());
      case IDENTIFIER ->
          value.getLeaf().toString().equals("this") ? Optional.of(wrong()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Stream<ExpressionTree> parts(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      return Stream.of(parenthesized.getExpression());
    }
    if (tree instanceof TypeCastTree cast) {
      return Stream.of(cast.getExpression());
    }
    ConditionalExpressionTree either = (ConditionalExpressionTree) tree;
    return Stream.of(either.getTrueExpression(), either.getFalseExpression());
  }

  private Optional<Finding> checkCall(TreePath call) {
    Element called = trees.getElement(call);
    if (!(called instanceof ExecutableElement method) || Model.isEnd(method)) {
      return Optional.empty();
    }
    if (model.returnsGenerator(method) && model.isCoroutine(method)) {
      return Optional.of(wrong());
    }
    // A method that returns whatever its caller wants has no value to return.
    boolean declared = method.getReturnType().getKind() == TypeKind.DECLARED;
    return declared ? Optional.of(Finding.warning(MUST, CURE)) : Optional.empty();
  }

  private static Finding wrong() {
    return Finding.error(MUST, CURE);
  }
}
