package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The classes that one class loader sees, as their class files tell; where every question about a
 * type hierarchy is answered. Classes of the JDK are taken to hold no coroutines and are not read.
 *
 * <p>Thread-safe.
 */
public final class ClassIndex {
  private static final String PROXY = "$Proxy";

  private static final ClassFiles JDK_FILES = ClassFiles.of(ClassLoader.getPlatformClassLoader());

  /** Of classes of the JDK, which are the same for everybody. */
  private static final Map<String, Boolean> JDK_PUBLIC = new ConcurrentHashMap<>();

  private final ClassFiles files;
  private final CoroutinePolicy policy;
  private final Map<String, Optional<ClassInfo>> classes = new ConcurrentHashMap<>();

  /**
   * Classes whose coroutine methods are none, since they were loaded before they could be woven.
   */
  private final Set<String> unwoven = ConcurrentHashMap.newKeySet();

  /**
   * Indexes what can be read.
   *
   * @param files where the class files come from
   * @param policy which of their methods are coroutines
   */
  public ClassIndex(ClassFiles files, CoroutinePolicy policy) {
    this.files = files;
    this.policy = policy;
  }

  /** Whether a class is the JDK's own, by its internal name; proxies are their interfaces'. */
  public static boolean isJdk(String name) {
    return isInJdk(name) && !(name.contains(PROXY) && Proxies.NAMES.matcher(name).lookingAt());
  }

  private static boolean isInJdk(String name) {
    return name.startsWith("java/")
        || name.startsWith("javax/")
        || name.startsWith("jdk/")
        || name.startsWith("sun/")
        || name.startsWith("com/sun/")
        || name.startsWith("[");
  }

  /** Compiled only where there are any. */
  private static final class Proxies {
    /** Where an interface is not exported, the package of the module follows that prefix. */
    private static final Pattern NAMES =
        Pattern.compile("(com/sun/proxy/(.+/)?|jdk/proxy\\d+/)\\" + PROXY);
  }

  /** Records a class whose bytes are at hand. */
  public void add(ClassInfo type) {
    classes.put(type.name(), Optional.of(type));
  }

  /**
   * Records a class, by its internal name, that is loaded and not woven: calls of it stay plain.
   */
  public void addUnwoven(String name) {
    unwoven.add(name);
  }

  /** Whether a class has been recorded, or looked for, before. */
  boolean knows(String name) {
    return classes.containsKey(name);
  }

  /** The class file of that internal name, as it is read. */
  Optional<byte[]> classFile(String name) {
    return files.read(name);
  }

  /** The class of that internal name; empty if it is the JDK's or cannot be read. */
  public Optional<ClassInfo> find(String name) {
    if (isJdk(name)) {
      return Optional.empty();
    }
    Optional<ClassInfo> known = classes.get(name);
    if (known == null) {
      known = files.read(name).map(ClassInfo::read);
      classes.put(name, known);
    }
    return known;
  }

  /** Whether the class itself declares a method a coroutine, or has it only to forward to one. */
  public boolean isCoroutine(ClassInfo owner, ClassInfo.Method method) {
    return !unwoven.contains(owner.name())
        && (policy.isCoroutine(owner, method)
            || method.forwardsTo().filter(this::isSubroutine).isPresent());
  }

  private boolean isSubroutine(ClassInfo.Target called) {
    return isSubroutine(called.owner(), called.name(), called.descriptor());
  }

  /**
   * Whether a call that names a class can reach a coroutine: the class or a supertype declares the
   * method to be one. A static or private method hides those of supertypes.
   */
  public boolean isCoroutine(String owner, String name, String descriptor) {
    for (ClassInfo type : hierarchy(owner)) {
      boolean own = type.name().equals(owner);
      for (ClassInfo.Method method : type.methods()) {
        if (method.is(name, descriptor) && (own || type.bequeaths(method))) {
          boolean coroutine = isCoroutine(type, method);
          if (coroutine || method.isFixed()) {
            return coroutine;
          }
        }
      }
    }
    return false;
  }

  /** Whether a call that names a class can reach the twin of a coroutine subroutine. */
  public boolean isSubroutine(String owner, String name, String descriptor) {
    return kindOf(descriptor) != CoroutineKind.GENERATOR
        && RuntimeNames.fitsTwin(descriptor)
        && isCoroutine(owner, name, descriptor);
  }

  /** Whether a call suspends: that of a subroutine, or of what the policy says. */
  public boolean suspends(String owner, String name, String descriptor) {
    return isSubroutine(owner, name, descriptor)
        || (RuntimeNames.fitsTwin(descriptor) && policy.suspends(owner, name, descriptor));
  }

  /** Whether methods are coroutines without knowing of it. */
  public boolean soaks() {
    return policy.soaks();
  }

  /** Whether a class, by its internal name, is one of a soaked program. */
  public boolean soaks(String owner) {
    return policy.soaks(owner);
  }

  /** What kind of coroutine a method with that descriptor is, if it is one. */
  public CoroutineKind kindOf(String descriptor) {
    return policy.soaks() ? CoroutineKind.SOAKED : CoroutineKind.of(descriptor);
  }

  /** Whether the supertypes of a class declare a method to be a subroutine. */
  public boolean inheritsSubroutine(ClassInfo type, String name, String descriptor) {
    return type.supertypes().stream().anyMatch(s -> isSubroutine(s, name, descriptor));
  }

  private Stream<ClassInfo.Method> coroutines(String owner) {
    return hierarchy(owner).stream()
        .flatMap(type -> type.methods().stream().filter(method -> isCoroutine(type, method)));
  }

  /** Whether a class, or a supertype of it, declares any coroutine. */
  public boolean hasCoroutines(String owner) {
    return coroutines(owner).findAny().isPresent();
  }

  /** A class and its supertypes as far as they can be read, the nearest first. */
  public List<ClassInfo> hierarchy(String name) {
    Map<String, ClassInfo> found = new LinkedHashMap<>();
    collect(name, found);
    return new ArrayList<>(found.values());
  }

  private void collect(String name, Map<String, ClassInfo> found) {
    if (found.containsKey(name)) {
      return;
    }
    Optional<ClassInfo> type = find(name);
    if (type.isPresent()) {
      found.put(name, type.get());
      type.get().supertypes().forEach(supertype -> collect(supertype, found));
    }
  }

  /** A class and its superclasses, the JDK's too, as far as they can be read, the nearest first. */
  public List<String> superclasses(String name) {
    List<String> all = new ArrayList<>();
    Optional<String> next = Optional.of(name);
    while (next.isPresent() && !all.contains(next.get())) {
      all.add(next.get());
      next = superclass(next.get());
    }
    return all;
  }

  private Optional<String> superclass(String name) {
    return isJdk(name)
        ? JDK_FILES.read(name).map(bytes -> new ClassReader(bytes).getSuperName())
        : find(name).map(ClassInfo::superName);
  }

  /** Whether one class is another or a supertype of it, as far as can be read. */
  public boolean isSupertype(String supertype, String name) {
    return hierarchy(name).stream()
        .anyMatch(type -> type.name().equals(supertype) || type.supertypes().contains(supertype));
  }

  /**
   * Whether a class or array type may be named in another class's code (JVMS 5.4.4); one that
   * cannot be read is taken to be.
   */
  public boolean isAccessible(String type, String from) {
    String element =
        type.startsWith("[") ? Type.getType(type).getElementType().getClassName() : type;
    String name = element.replace('.', '/');
    return packageOf(name).equals(packageOf(from)) || isPublic(name);
  }

  private boolean isPublic(String name) {
    if (isJdk(name)) {
      return JDK_PUBLIC.computeIfAbsent(name, ClassIndex::isPublicInJdk);
    }
    return find(name).map(info -> (info.access() & Opcodes.ACC_PUBLIC) != 0).orElse(true);
  }

  private static boolean isPublicInJdk(String name) {
    return JDK_FILES
        .read(name)
        .map(bytes -> new ClassReader(bytes).getAccess())
        .map(access -> (access & Opcodes.ACC_PUBLIC) != 0)
        .orElse(true);
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** Whether the library itself can be found here; without it there can be no coroutines. */
  public boolean seesLibrary() {
    return files.read(RuntimeNames.COROUTINES).isPresent();
  }
}
