package dev.weft.processor;

import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports at their lines, while sources are compiled, the mistakes around {@code @Coroutine} that
 * would else show when the program runs. What weaving refuses is an error; what fails only in some
 * runs is a warning, which {@code @SuppressWarnings("weft")} silences. It generates nothing.
 *
 * <p>The bodies of methods are checked where the compiler is javac, whose tree API shows them.
 * Other compilers, such as Eclipse's, show declarations only: then these are checked, and a note
 * says so. Where Weft's library is not on the class path, nothing is checked.
 */
public final class CoroutineProcessor extends AbstractProcessor {
  private static final String DECLARATIONS_ONLY =
      "Weft checks only the declarations of coroutines here: their bodies it checks with javac.";

  private @Nullable Model model;
  private boolean bodies;

  /** Creates the processor; compilers do. */
  public CoroutineProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*"); // a yield in a method without the annotation is a mistake, too
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    if (environment.getElementUtils().getTypeElement(Model.ANNOTATION) != null) {
      model = new Model(environment.getElementUtils(), environment.getTypeUtils());
      bodies = checkBodies(environment, model);
    }
  }

  private static boolean checkBodies(ProcessingEnvironment environment, Model model) {
    try {
      SourceChecks.install(environment, model);
      return true;
    } catch (IllegalArgumentException | NoClassDefFoundError e) {
      return false; // another compiler, or one that hides javac behind a wrapper
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Optional<? extends TypeElement> coroutine =
        annotations.stream()
            .filter(type -> type.getQualifiedName().contentEquals(Model.ANNOTATION))
            .findFirst();
    if (model != null && !bodies && coroutine.isPresent()) {
      Set<ExecutableElement> methods =
          ElementFilter.methodsIn(round.getElementsAnnotatedWith(coroutine.get()));
      checkDeclarations(new DeclarationRule(model), methods);
    }
    return false;
  }

  private void checkDeclarations(DeclarationRule rule, Set<ExecutableElement> methods) {
    Messager messager = processingEnv.getMessager();
    messager.printMessage(Diagnostic.Kind.NOTE, DECLARATIONS_ONLY);
    for (ExecutableElement method : methods) {
      rule.check(method)
          .filter(finding -> !isSuppressed(finding, method))
          .ifPresent(finding -> messager.printMessage(finding.kind(), finding.message(), method));
    }
  }

  private static boolean isSuppressed(Finding finding, @Nullable Element declaration) {
    return declaration != null
        && (finding.isSuppressedAt(declaration)
            || isSuppressed(finding, declaration.getEnclosingElement()));
  }
}
