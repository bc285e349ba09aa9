package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file tells at a glance.
 *
 * @param name the internal name of the class
 * @param supertypes its direct supertypes, those of the JDK left out
 * @param evaluated what its invokedynamic instructions evaluate to, the interfaces of its lambdas
 *     among them; types of the JDK left out
 */
record ClassGlance(String name, List<String> supertypes, List<String> evaluated) {
  private static final SearchedText LIBRARY = new SearchedText(RuntimeNames.LIBRARY);

  /** Whether a class file names anything of the library. */
  static boolean namesLibrary(byte[] classFile) {
    return LIBRARY.isIn(classFile);
  }

  /** Glances at a class file. */
  static ClassGlance of(byte[] classFile) {
    ConstantPool constants = new ConstantPool(classFile);
    String name = constants.className(constants.end() + 2);
    return new ClassGlance(name, supertypes(constants), evaluated(constants));
  }

  private static List<String> supertypes(ConstantPool constants) {
    List<String> types = new ArrayList<>(0);
    int superclass = constants.end() + 4;
    int count = constants.unsignedShort(superclass + 2);
    if (constants.unsignedShort(superclass) != 0) {
      addClass(types, constants, superclass);
    }
    for (int i = 1; i <= count; i++) {
      addClass(types, constants, superclass + 2 + 2 * i);
    }
    return types;
  }

  private static void addClass(List<String> types, ConstantPool constants, int at) {
    if (!constants.isJavaClass(at)) {
      add(types, constants.className(at));
    }
  }

  private static List<String> evaluated(ConstantPool constants) {
    List<String> types = new ArrayList<>(0);
    for (String type : constants.evaluatedClasses()) {
      add(types, type);
    }
    return types;
  }

  private static void add(List<String> types, String type) {
    if (!ClassIndex.isJdk(type) && !types.contains(type)) {
      types.add(type);
    }
  }
}
