package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.analyse.MethodAnalyser;
import dev.weft.agent.rewrite.emit.ClassEmitter;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutineFinder;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Findings;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.model.WeavingOptions;
import dev.weft.agent.rewrite.model.WovenClass;
import dev.weft.agent.rewrite.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/**
 * Weaves a class: bytes in, bytes out.
 *
 * <ol>
 *   <li>find: which methods are coroutines, where they can suspend, and what is refused;
 *   <li>analyse: what is live and of what type at each point;
 *   <li>split: where each value is kept, and what each state saves and restores;
 *   <li>emit: bodies, entries and frames.
 * </ol>
 *
 * <p>A pure function of the class file and of the class files that it names; no class is loaded.
 * Thread-safe.
 */
public final class ClassRewriter {
  private final ClassIndex index;
  private final MethodAnalyser analyser;
  private final Splitter splitter;
  private final ClassFileFormat format;
  private final CoroutineFinder finder;
  private final Occasion occasion;

  /**
   * Weaves classes that one class loader sees while they are loaded.
   *
   * @param index those classes
   * @param keepScopes whether variables are saved wherever they are in scope, for debugging
   */
  public ClassRewriter(ClassIndex index, boolean keepScopes) {
    this(index, new WeavingOptions(keepScopes, false), Occasion.LOADING);
  }

  /**
   * Weaves classes that one class loader sees.
   *
   * @param index those classes
   * @param options how they are woven
   * @param occasion when they are woven
   */
  public ClassRewriter(ClassIndex index, WeavingOptions options, Occasion occasion) {
    this.occasion = occasion;
    this.index = index;
    this.finder = new CoroutineFinder(index, options.track());
    this.splitter = new Splitter(index::isAccessible, options.track());
    this.format = new ClassFileFormat(index);
    this.analyser = new MethodAnalyser(options.keepScopes());
  }

  /**
   * Weaves a class.
   *
   * @param classFile the class file
   * @return what has become of it; empty if there is nothing to weave, or if it is woven already
   */
  public Optional<WovenClass> rewrite(byte[] classFile) {
    return rewrite(classFile, Set.of());
  }

  private Optional<WovenClass> rewrite(byte[] classFile, Set<String> tooLarge) {
    ClassNode type = format.read(classFile);
    if (ClassEmitter.isWoven(type)) {
      return Optional.empty();
    }
    Findings findings = Verdicts.refuse(type, finder.find(type, tooLarge.isEmpty()), tooLarge);
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    List<Companion> companions = ClassEmitter.emit(type, findings, plan(type, findings), occasion);
    try {
      byte[] woven = format.write(type, classFile);
      return Optional.of(new WovenClass(type.name, woven, companions, findings.refusals()));
    } catch (TooLargeException e) {
      return rewrite(classFile, Verdicts.with(tooLarge, e));
    }
  }

  /**
   * Tells what weaving a class would do, whether it is woven already or not.
   *
   * @param classFile the class file
   * @return what is decided; what shows only when the class is written, as too large a method, is
   *     not seen
   */
  public Inspection inspect(byte[] classFile) {
    ClassNode type = format.read(classFile);
    Findings findings = finder.find(type);
    return new Inspection(type, findings, plan(type, findings));
  }

  /**
   * Makes every coroutine method of a class throw, because weaving it has failed: left as they are
   * they would run, and do something else.
   *
   * @param classFile the class file
   * @param failure what weaving failed with
   * @return the class; empty if it declares no coroutine methods
   */
  public Optional<WovenClass> poison(byte[] classFile, Throwable failure) {
    ClassNode type = format.read(classFile);
    Findings findings = Verdicts.refuseAll(type, index, failure);
    if (findings.isEmpty() || ClassEmitter.isWoven(type)) {
      return Optional.empty();
    }
    List<Companion> companions = ClassEmitter.emit(type, findings, List.of(), occasion);
    byte[] poisoned = format.write(type, classFile);
    return Optional.of(new WovenClass(type.name, poisoned, companions, findings.refusals()));
  }

  private List<StateMachinePlan> plan(ClassNode type, Findings findings) {
    Optional<String> sourceFile = Optional.ofNullable(type.sourceFile);
    List<StateMachinePlan> plans = new ArrayList<>();
    for (CoroutineMethod coroutine : findings.coroutines()) {
      if (coroutine.needsBody() && !isRefused(coroutine, findings.refusals())) {
        plans.add(splitter.split(analyser.analyse(coroutine), sourceFile));
      }
    }
    return plans;
  }

  private static boolean isRefused(CoroutineMethod coroutine, List<Refusal> refusals) {
    return refusals.stream().anyMatch(refusal -> refusal.method() == coroutine.method());
  }
}
