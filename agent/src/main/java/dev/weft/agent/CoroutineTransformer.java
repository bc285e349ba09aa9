package dev.weft.agent;

import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.emit.ClassEmitter;
import dev.weft.agent.rewrite.find.CandidateFilter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WovenClass;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
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
  private final Map<ClassLoader, ClassIndex> indexes = new WeakHashMap<>();

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
    return weave(indexOf(loader), name, classFile, redefined != null)
        .map(WovenClass::bytes)
        .orElse(null);
  }

  private static boolean isIgnored(String name) {
    return ClassIndex.isJdk(name)
        || name.startsWith(OWN_CLASSES)
        || name.contains(RuntimeNames.COMPANION_MARK);
  }

  private static boolean isWoven(Class<?> type) {
    try {
      return type.getDeclaredField(ClassEmitter.STAMP) != null;
    } catch (NoSuchFieldException | LinkageError e) {
      return false;
    }
  }

  private ClassIndex indexOf(ClassLoader loader) {
    synchronized (indexes) {
      return indexes.computeIfAbsent(loader, l -> new ClassIndex(ClassFiles.of(l), policy));
    }
  }

  private Optional<WovenClass> weave(
      ClassIndex index, String name, byte[] classFile, boolean again) {
    ClassRewriter rewriter = new ClassRewriter(index, options.keepScopes(), again);
    try {
      if (!new CandidateFilter(index).accepts(classFile)) {
        return Optional.empty();
      }
      Optional<WovenClass> woven = rewriter.rewrite(classFile);
      woven.ifPresent(log::woven);
      return woven;
    } catch (Throwable failure) { // one that leaves here would leave the class unwoven, unsaid
      Optional<WovenClass> poisoned = rewriter.poison(classFile, failure);
      log.failed(name, failure, poisoned);
      return poisoned;
    }
  }
}
