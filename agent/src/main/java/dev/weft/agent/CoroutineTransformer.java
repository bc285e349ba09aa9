package dev.weft.agent;

import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.emit.ClassEmitter;
import dev.weft.agent.rewrite.find.CandidateFilter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WovenClass;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows the weaver the classes that may have coroutine code, and leaves all others untouched.
 *
 * <p>Thread-safe.
 */
public final class CoroutineTransformer implements ClassFileTransformer {
  private static final String OWN_CLASSES = "dev/weft/agent/";

  private final AgentOptions options;
  private final CoroutinePolicy policy;
  private final WeaveLog log;
  private final Map<ClassLoader, VisibleClasses> visible = new WeakHashMap<>();

  /** What one class loader sees. */
  private record VisibleClasses(ClassIndex index, CandidateFilter filter) {}

  CoroutineTransformer(AgentOptions options) {
    this.options = options;
    this.policy = options.policy();
    this.log = new WeaveLog(options, System.err);
  }

  /**
   * Weaves a class that is being loaded, or retransformed.
   *
   * @return the woven class file; null if the class is to stay as it is
   */
  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || name == null || isIgnored(name)) {
      return null;
    }
    if (redefined != null && !isWoven(redefined)) {
      return null; // members cannot be added any more; failing would fail the other agents, too
    }
    VisibleClasses classes = visibleTo(loader);
    boolean again = redefined != null;
    try {
      return classes.filter().accepts(classFile) ? woven(classes.index(), classFile, again) : null;
    } catch (Throwable failure) { // one that leaves here would leave the class unwoven, unsaid
      return poisoned(classes.index(), name, classFile, again, failure);
    }
  }

  /**
   * Names the classes that have coroutine code and were loaded too early to be woven, and calls
   * their methods plainly from now on. Their class files are read; nothing is loaded.
   *
   * @param loaded what was loaded before this transformer saw anything
   */
  void reportMissed(Class<?>[] loaded) {
    List<Class<?>> missed = new ArrayList<>();
    for (Class<?> type : loaded) {
      if (isMissed(type)) {
        missed.add(type);
      }
    }
    for (Class<?> type : missed) {
      visibleTo(type.getClassLoader()).index().addUnwoven(internalName(type));
    }
    log.missed(missed);
  }

  private boolean isMissed(Class<?> loaded) {
    ClassLoader loader = loaded.getClassLoader();
    String name = internalName(loaded);
    if (loader == null || loaded.isHidden() || isIgnored(name)) {
      return false;
    }
    Optional<byte[]> file = fileOf(loader, name);
    return file.isPresent() && hasCoroutineCode(visibleTo(loader), file.get());
  }

  private static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static Optional<byte[]> fileOf(ClassLoader loader, String name) {
    try {
      return ClassFiles.of(loader).read(name);
    } catch (RuntimeException e) {
      return Optional.empty(); // what loaders of others throw; the class's own errors have to do
    }
  }

  private boolean hasCoroutineCode(VisibleClasses classes, byte[] classFile) {
    try {
      return classes.filter().accepts(classFile)
          && rewriter(classes.index(), false).rewrite(classFile).isPresent();
    } catch (RuntimeException e) {
      return true; // the weaver fails at nothing else
    }
  }

  private static boolean isIgnored(String name) {
    return ClassIndex.isJdk(name)
        || name.startsWith(OWN_CLASSES)
        || RuntimeNames.isLibrary(name)
        || name.contains(RuntimeNames.COMPANION_MARK);
  }

  private static boolean isWoven(Class<?> type) {
    try {
      return type.getDeclaredField(ClassEmitter.STAMP) != null;
    } catch (NoSuchFieldException | LinkageError e) {
      return false;
    }
  }

  private VisibleClasses visibleTo(ClassLoader loader) {
    synchronized (visible) {
      VisibleClasses classes = visible.get(loader);
      if (classes == null) {
        ClassIndex index = new ClassIndex(ClassFiles.of(loader), policy);
        classes = new VisibleClasses(index, new CandidateFilter(index));
        visible.put(loader, classes);
      }
      return classes;
    }
  }

  private byte @Nullable [] woven(ClassIndex index, byte[] classFile, boolean again) {
    Optional<WovenClass> woven = rewriter(index, again).rewrite(classFile);
    if (woven.isEmpty()) {
      return null;
    }
    log.woven(woven.get());
    return woven.get().bytes();
  }

  private byte @Nullable [] poisoned(
      ClassIndex index, String name, byte[] classFile, boolean again, Throwable failure) {
    Optional<WovenClass> poisoned = rewriter(index, again).poison(classFile, failure);
    log.failed(name, failure, poisoned);
    return poisoned.isEmpty() ? null : poisoned.get().bytes();
  }

  private ClassRewriter rewriter(ClassIndex index, boolean again) {
    return new ClassRewriter(index, options.weaving(), again ? Occasion.AGAIN : Occasion.LOADING);
  }
}
