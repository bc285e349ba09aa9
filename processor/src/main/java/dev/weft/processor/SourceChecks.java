package dev.weft.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/**
 * Checks the bodies of a class as soon as javac has found out the types in it, which is after all
 * processors have run.
 */
final class SourceChecks implements TaskListener {
  private final Trees trees;
  private final Model model;

  private SourceChecks(Trees trees, Model model) {
    this.trees = trees;
    this.model = model;
  }

  /**
   * Has all classes of a compilation checked.
   *
   * @throws IllegalArgumentException if the compiler is not javac
   * @throws NoClassDefFoundError if there is no javac here
   */
  static void install(ProcessingEnvironment environment, Model model) {
    Trees trees = Trees.instance(environment);
    JavacTask.instance(environment).addTaskListener(new SourceChecks(trees, model));
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
      TreePath type = trees.getPath(event.getTypeElement());
      if (type != null) {
        new BodyScanner(trees, model, this::report).scan(type, null);
      }
    }
  }

  private void report(TreePath at, Finding finding) {
    if (!isSuppressed(at, finding)) {
      trees.printMessage(finding.kind(), finding.message(), at.getLeaf(), at.getCompilationUnit());
    }
  }

  private boolean isSuppressed(TreePath at, Finding finding) {
    for (TreePath path = at; path != null; path = path.getParentPath()) {
      Element declaration =
          switch (path.getLeaf().getKind()) {
            case METHOD, VARIABLE, CLASS, INTERFACE, ENUM, RECORD -> trees.getElement(path);
            default -> null;
          };
      if (declaration != null && finding.isSuppressedAt(declaration)) {
        return true;
      }
    }
    return false;
  }
}
