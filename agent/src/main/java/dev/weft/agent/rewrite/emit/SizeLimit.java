package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.CodeSections;
import java.util.List;
import java.util.function.Function;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.MethodNode;

/**
 * How large copies may make a body. HotSpot inlines what is called often up to 325 bytes ({@code
 * FreqInlineSize}), and leaves what has more than 8000 to the interpreter ({@code
 * HugeMethodLimit}): nothing that a copy gains makes up for either.
 */
final class SizeLimit {
  private static final int INLINED = 325;
  private static final int COMPILED = 8000;

  private SizeLimit() {}

  /**
   * Emits a body with as many copies as leave it within the limit that it is within without.
   *
   * @param choices from no copies to the most
   * @param emit emits the body
   */
  static MethodNode emit(List<CodeSections> choices, Function<CodeSections, MethodNode> emit) {
    MethodNode best = emit.apply(choices.get(0));
    int limit = choices.size() > 1 && size(best) <= INLINED ? INLINED : COMPILED;
    int fits = 0;
    int tooLarge = choices.size();
    for (int choice = tooLarge - 1; fits < choice; choice = (fits + tooLarge) / 2) {
      MethodNode body = emit.apply(choices.get(choice));
      if (size(body) <= limit) {
        best = body;
        fits = choice;
      } else {
        tooLarge = choice;
      }
    }
    return best;
  }

  private static int size(MethodNode body) {
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    body.instructions.accept(size);
    body.instructions.resetLabels();
    return size.getMaxSize();
  }
}
