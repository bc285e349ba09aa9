package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.RuntimeNames;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Tells quickly whether a class can have anything to weave.
 *
 * <ol>
 *   <li>A class that names the library has, probably, or that is soaked.
 *   <li>Else a supertype must declare coroutine methods, or the interface of one of its lambdas.
 *       Those are looked up only where the library can be found at all.
 * </ol>
 */
public final class CandidateFilter {
  private static final byte[] LIBRARY = RuntimeNames.LIBRARY.getBytes(StandardCharsets.US_ASCII);
  private static final int INVOKE_DYNAMIC = 18;

  private final ClassIndex index;

  /**
   * Makes a filter.
   *
   * @param index where supertypes are looked up
   */
  public CandidateFilter(ClassIndex index) {
    this.index = index;
  }

  /**
   * Checks a class.
   *
   * @param classFile the class file
   * @return false if there is surely nothing to weave
   */
  public boolean accepts(byte[] classFile) {
    if (namesLibrary(classFile)) {
      return true;
    }
    ClassReader reader = new ClassReader(classFile);
    if (index.soaks(reader.getClassName())) {
      return index.seesLibrary();
    }
    Set<String> types = relatedTypes(reader);
    types.removeIf(ClassIndex::isJdk);
    return !types.isEmpty() && index.seesLibrary() && types.stream().anyMatch(index::hasCoroutines);
  }

  private static boolean namesLibrary(byte[] classFile) {
    for (int at = 0; at <= classFile.length - LIBRARY.length; at++) {
      if (classFile[at] == LIBRARY[0] && matches(classFile, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] classFile, int at) {
    for (int i = 1; i < LIBRARY.length; i++) {
      if (classFile[at + i] != LIBRARY[i]) {
        return false;
      }
    }
    return true;
  }

  /** Supertypes, and what its invokedynamic instructions evaluate to: the types of lambdas. */
  private static Set<String> relatedTypes(ClassReader reader) {
    Set<String> types = new LinkedHashSet<>();
    if (reader.getSuperName() != null) {
      types.add(reader.getSuperName());
    }
    types.addAll(List.of(reader.getInterfaces()));
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i); // past the tag; 0 for the second half of a long or double
      if (at > 0 && reader.readByte(at - 1) == INVOKE_DYNAMIC) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        Type result = Type.getReturnType(reader.readUTF8(nameAndType + 2, buffer));
        if (result.getSort() == Type.OBJECT) {
          types.add(result.getInternalName());
        }
      }
    }
    return types;
  }
}
