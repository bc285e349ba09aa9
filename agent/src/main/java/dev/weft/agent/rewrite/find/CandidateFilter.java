package dev.weft.agent.rewrite.find;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells quickly whether a class can have anything to weave.
 *
 * <ol>
 *   <li>A class that names the library has, probably, or that is soaked.
 *   <li>Else a supertype must declare coroutine methods, or the interface of one of its lambdas.
 *       Those are looked up only where the library can be found at all.
 * </ol>
 *
 * <p>Every class that a program loads is shown to it, while the program starts: it uses neither ASM
 * nor lambdas, which take longer to load than all else takes. Thread-safe.
 */
public final class CandidateFilter {
  private final ClassIndex index;

  /** Whether the library can be found; null before that is asked. */
  private volatile @Nullable Boolean seesLibrary;

  /** The supertypes of classes that do not name the library. */
  private final Map<String, List<String>> supertypes = new ConcurrentHashMap<>();

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
    if (ClassGlance.namesLibrary(classFile)) {
      return true;
    }
    if (Boolean.FALSE.equals(seesLibrary)) {
      return false;
    }
    ClassGlance glance = ClassGlance.of(classFile);
    if (index.soaks(glance.name())) {
      return seesLibrary();
    }
    supertypes.put(glance.name(), glance.supertypes());
    return haveCoroutines(glance.supertypes()) || haveCoroutines(glance.evaluated());
  }

  private boolean seesLibrary() {
    Boolean sees = seesLibrary;
    if (sees == null) {
      sees = index.seesLibrary();
      seesLibrary = sees;
    }
    return sees;
  }

  /** Whether one of some types, or a supertype of one, declares any coroutine. */
  private boolean haveCoroutines(List<String> types) {
    if (types.isEmpty() || !seesLibrary()) {
      return false;
    }
    Deque<String> open = new ArrayDeque<>(types);
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String type = open.pop();
      if (seen.add(type)) {
        List<String> next = supertypesIfUnrelated(type);
        if (next != null) {
          open.addAll(next);
        } else if (index.hasCoroutines(type)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The supertypes of a class that does not name the library; null if it does. */
  private @Nullable List<String> supertypesIfUnrelated(String type) {
    if (index.knows(type) || index.soaks(type)) {
      return null;
    }
    List<String> known = supertypes.get(type);
    if (known == null) {
      Optional<byte[]> classFile = index.classFile(type);
      if (classFile.isPresent() && ClassGlance.namesLibrary(classFile.get())) {
        return null;
      }
      known = classFile.isPresent() ? ClassGlance.of(classFile.get()).supertypes() : List.of();
      supertypes.put(type, known);
    }
    return known;
  }
}
