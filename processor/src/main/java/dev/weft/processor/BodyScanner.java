package dev.weft.processor;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a class whose types are known, and knows in what code each expression stands: null
 * outside of any. The rules say what is wrong with it.
 */
final class BodyScanner extends TreePathScanner<@Nullable Void, @Nullable Code> {
  private final Trees trees;
  private final Model model;
  private final BiConsumer<TreePath, Finding> report;
  private final DeclarationRule declarations;
  private final CallRule calls;
  private final ReturnRule returns;
  private final InferenceRule inference;

  /** Scans with the trees of a compilation; findings go to a report. */
  BodyScanner(Trees trees, Model model, BiConsumer<TreePath, Finding> report) {
    this.trees = trees;
    this.model = model;
    this.report = report;
    declarations = new DeclarationRule(model);
    calls = new CallRule(model);
    returns = new ReturnRule(trees, model);
    inference = new InferenceRule(trees, model);
  }

  private void report(TreePath at, Optional<Finding> finding) {
    finding.ifPresent(found -> report.accept(at, found));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Code outside) {
    ExecutableElement method = method();
    if (method == null) {
      return null;
    }
    if (Model.isAnnotated(method)) {
      report(getCurrentPath(), declarations.check(method));
    }
    return super.visitMethod(tree, code(method));
  }

  /** The method declared or called here; null where the code has errors. */
  private @Nullable ExecutableElement method() {
    return trees.getElement(getCurrentPath()) instanceof ExecutableElement method
            && method.getEnclosingElement() instanceof TypeElement
        ? method
        : null;
  }

  private Code code(ExecutableElement method) {
    String name = model.nameOf(method);
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return new Code(name, Place.CONSTRUCTOR, false);
    }
    if (!Model.isAnnotated(method)) {
      return new Code(name, Place.METHOD, false);
    }
    boolean locked = method.getModifiers().contains(Modifier.SYNCHRONIZED);
    Place place = locked ? Place.SYNCHRONIZED_METHOD : Place.COROUTINE;
    return new Code(name, place, model.returnsGenerator(method));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Code code) {
    Element variable = isMember() ? trees.getElement(getCurrentPath()) : null;
    return super.visitVariable(
        tree,
        variable == null ? code : initialiser(variable.getModifiers().contains(Modifier.STATIC)));
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Code code) {
    return super.visitBlock(tree, isMember() ? initialiser(tree.isStatic()) : code);
  }

  private boolean isMember() {
    return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
  }

  private Code initialiser(boolean isStatic) {
    TypeElement owner = (TypeElement) trees.getElement(getCurrentPath().getParentPath());
    return isStatic
        ? new Code(model.nameOf(owner, "<clinit>"), Place.STATIC_INITIALISER, false)
        : new Code(model.nameOf(owner, "<init>"), Place.INITIALISER, false);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Code outside) {
    List<ExecutableElement> functions = model.functions(trees.getTypeMirror(getCurrentPath()));
    boolean coroutine = isCoroutine(functions);
    boolean generator = coroutine && functions.stream().anyMatch(model::returnsGenerator);
    String name = outside == null ? "a lambda" : outside.method();
    if (generator && tree.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION) {
      reportReturn(tree.getBody());
    }
    Place place = coroutine ? Place.COROUTINE : Place.LAMBDA;
    return super.visitLambdaExpression(tree, new Code(name, place, generator));
  }

  /** Where there are none, the code has errors, and nothing is known. */
  private boolean isCoroutine(List<ExecutableElement> functions) {
    return functions.isEmpty() || functions.stream().anyMatch(model::isCoroutine);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Code code) {
    scan(tree.getExpression(), code);
    return scan(tree.getBlock(), code == null ? null : code.locked());
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Code code) {
    if (code != null && code.generator() && tree.getExpression() != null) {
      reportReturn(tree.getExpression());
    }
    return super.visitReturn(tree, code);
  }

  private void reportReturn(Tree returned) {
    returns
        .values(new TreePath(getCurrentPath(), returned))
        .forEach(value -> report(value, returns.check(value)));
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Code code) {
    ExecutableElement method = method();
    if (code != null && method != null) {
      report(getCurrentPath(), calls.check(method, code));
      if (Model.isYield(method)) {
        report(getCurrentPath(), inference.check(getCurrentPath()));
      }
    }
    return super.visitMethodInvocation(tree, code);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Code code) {
    ExecutableElement method = method();
    if (method != null && !isCoroutine(model.functions(trees.getTypeMirror(getCurrentPath())))) {
      report(getCurrentPath(), calls.checkReference(method));
    }
    return super.visitMemberReference(tree, code);
  }
}
