package dev.weft.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A yield as an argument, whose type the compiler infers as no reader expects: it takes the
 * narrowest overload, and an array where a method has a variable number of arguments.
 */
final class InferenceRule {
  private static final Pattern PACKAGES = Pattern.compile("\\b(\\p{Ll}\\w*\\.)+");

  private final Trees trees;
  private final Model model;

  InferenceRule(Trees trees, Model model) {
    this.trees = trees;
    this.model = model;
  }

  /** Checks a call of a yield. */
  Optional<Finding> check(TreePath yield) {
    TreePath argument = yield;
    while (argument.getParentPath().getLeaf() instanceof ParenthesizedTree) {
      argument = argument.getParentPath();
    }
    TreePath call = argument.getParentPath();
    int index = arguments(call.getLeaf()).indexOf(argument.getLeaf());
    boolean typed = !((MethodInvocationTree) yield.getLeaf()).getTypeArguments().isEmpty();
    return index >= 0 && !typed && trees.getElement(call) instanceof ExecutableElement method
        ? check(method, index, arguments(call.getLeaf()).size(), trees.getTypeMirror(yield))
        : Optional.empty();
  }

  private static List<? extends ExpressionTree> arguments(Tree call) {
    if (call instanceof MethodInvocationTree invocation) {
      return invocation.getArguments();
    }
    return call instanceof NewClassTree creation ? creation.getArguments() : List.of();
  }

  private Optional<Finding> check(
      ExecutableElement method, int index, int arguments, TypeMirror inferred) {
    boolean isLast = index == method.getParameters().size() - 1 && index == arguments - 1;
    boolean spread = method.isVarArgs() && isLast && inferred.getKind() == TypeKind.ARRAY;
    return spread || isOneOfSeveral(method, index, inferred)
        ? Optional.of(
            Finding.warning(
                "the compiler takes what is sent for "
                    + simple(inferred)
                    + ", since it calls "
                    + describe(method)
                    + "; anything else is a ClassCastException here",
                "assign it to a variable first, or give its type, as in"
                    + " Coroutines.<String>yield(x)"))
        : Optional.empty();
  }

  private static String describe(ExecutableElement method) {
    return (method.getKind() == ElementKind.CONSTRUCTOR
            ? "new "
            : Model.owner(method).getSimpleName() + ".")
        + simple(method);
  }

  /** Without the packages, which say nothing here. */
  private static String simple(Object named) {
    return PACKAGES.matcher(named.toString()).replaceAll("");
  }

  private boolean isOneOfSeveral(ExecutableElement method, int index, TypeMirror inferred) {
    List<? extends VariableElement> parameters = method.getParameters();
    return index < parameters.size()
        && inferred.getKind() == parameters.get(index).asType().getKind()
        && model.overloads(method).stream().anyMatch(other -> differsBy(index, method, other));
  }

  /** Whether another method is the same, but for one parameter that takes more. */
  private boolean differsBy(int index, ExecutableElement method, ExecutableElement other) {
    List<? extends VariableElement> narrow = method.getParameters();
    List<? extends VariableElement> wide = other.getParameters();
    return narrow.size() == wide.size()
        && IntStream.range(0, narrow.size()).allMatch(i -> fits(narrow, wide, i, i == index));
  }

  private boolean fits(
      List<? extends VariableElement> narrow,
      List<? extends VariableElement> wide,
      int index,
      boolean differs) {
    TypeMirror type = narrow.get(index).asType();
    TypeMirror other = wide.get(index).asType();
    return differs ? model.isNarrower(type, other) : model.isSame(type, other);
  }
}
