package dev.weft.agent.build;

import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.find.CandidateFilter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WeavingOptions;
import dev.weft.agent.rewrite.model.WovenClass;
import java.util.Optional;

/**
 * Weaves class files ahead of time: what they need when they run is {@code weft-core}, and no
 * agent.
 *
 * <p>Thread-safe.
 */
public final class BuildWeaver {
  private final CandidateFilter filter;
  private final ClassRewriter rewriter;

  /**
   * Weaves classes that see each other.
   *
   * @param files the class files to weave and all that they name
   * @param keepScopes whether variables are saved wherever they are in scope, for debugging
   */
  public BuildWeaver(ClassFiles files, boolean keepScopes) {
    this(files, new WeavingOptions(keepScopes, false));
  }

  /**
   * Weaves classes that see each other.
   *
   * @param files the class files to weave and all that they name
   * @param options how they are woven
   */
  public BuildWeaver(ClassFiles files, WeavingOptions options) {
    ClassIndex index = new ClassIndex(files, CoroutinePolicy.ANNOTATED);
    this.filter = new CandidateFilter(index);
    this.rewriter = new ClassRewriter(index, options, Occasion.BUILD);
  }

  /**
   * Weaves a class.
   *
   * @param name its internal name
   * @param classFile its class file
   * @return what has become of it, and its companions, which are class files to be kept beside it;
   *     empty if it has nothing to weave, or is woven already
   * @throws IllegalStateException if the weaver fails; what it refuses is told by the result
   */
  public Optional<WovenClass> weave(String name, byte[] classFile) {
    if (name.contains(RuntimeNames.COMPANION_MARK)) {
      return Optional.empty();
    }
    try {
      return filter.accepts(classFile) ? rewriter.rewrite(classFile) : Optional.empty();
    } catch (RuntimeException | StackOverflowError e) {
      throw new IllegalStateException(
          "Weft failed to weave "
              + name.replace('/', '.')
              + "; please report this with the class file",
          e);
    }
  }
}
