package dev.weft.agent.rewrite.find;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.CoroutineKind;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Findings;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.SourceLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds all that weaving has to do in a class.
 *
 * <ol>
 *   <li>The lambdas that are generators at once; each becomes a generator method.
 *   <li>The code of coroutine methods that AspectJ has moved elsewhere.
 *   <li>If generators are tracked, those made of other bodies. If not, the generators that are only
 *       delegated to; their methods get copies that need none.
 *   <li>The other lambdas of coroutine interfaces; the methods that hold their code are coroutines.
 *   <li>The other coroutine methods: those the policy says, and what forwards to one.
 *   <li>Of each the calls that can suspend, unless it is refused.
 *   <li>What is refused in the methods that are no coroutines.
 *   <li>The methods that need a twin though they are no coroutines.
 * </ol>
 */
public final class CoroutineFinder {
  private final ClassIndex index;
  private final SuspensionPointFinder points;
  private final boolean track;

  /**
   * Finds coroutines among the classes of an index.
   *
   * @param index the index
   */
  public CoroutineFinder(ClassIndex index) {
    this(index, false);
  }

  /**
   * Finds coroutines among the classes of an index.
   *
   * @param index the index
   * @param track whether each generator is to be one of the class that makes it, and none is spared
   */
  public CoroutineFinder(ClassIndex index, boolean track) {
    this.index = index;
    this.track = track;
    this.points = new SuspensionPointFinder(index);
  }

  /**
   * Looks through a class.
   *
   * @param type the class
   * @return what has to be done
   */
  public Findings find(ClassNode type) {
    return find(type, true);
  }

  /**
   * Looks through a class.
   *
   * @param type the class
   * @param spare whether generators that are only delegated to are spared; their methods then exist
   *     twice
   * @return what has to be done
   */
  public Findings find(ClassNode type, boolean spare) {
    GeneratorLambdas.replace(type);
    if (AroundAdvice.isIn(type)) {
      index.add(ClassInfo.of(type));
      AroundAdvice.followCode(type, this::yieldsOrEnds);
    }
    if (track) {
      BodyGenerators.replace(type);
    }
    Set<MethodNode> delegates =
        spare && !track && !index.soaks() ? DirectDelegations.replace(type) : Set.of();
    index.add(ClassInfo.of(type));
    List<CoroutineLambda> lambdas = new LambdaFinder(index).find(type);
    ClassInfo info = ClassInfo.of(type); // with the code of method references
    Set<MethodNode> methods = coroutineMethods(type, info, lambdas);
    List<CoroutineMethod> coroutines = coroutines(type, methods, delegates, lambdas);
    List<Refusal> refusals = refusals(type, coroutines, methods);
    TwinFinder twins = new TwinFinder(index);
    List<MethodNode> overrides = twins.overrides(type, info, methods);
    return new Findings(
        coroutines, subroutines(lambdas), overrides, twins.colliding(info), refusals);
  }

  private Set<MethodNode> coroutineMethods(
      ClassNode type, ClassInfo info, List<CoroutineLambda> lambdas) {
    Set<MethodNode> methods = new LinkedHashSet<>();
    for (int i = 0; i < type.methods.size(); i++) {
      MethodNode method = type.methods.get(i);
      if (isCoroutine(info, info.methods().get(i), method)) {
        methods.add(method);
      }
    }
    type.methods.stream().filter(method -> isCode(method, lambdas)).forEach(methods::add);
    return methods;
  }

  /** javac copies annotations to bridges; a bridge of a generator method stays as it is. */
  private boolean isCoroutine(ClassInfo info, ClassInfo.Method declared, MethodNode method) {
    boolean bridge = (method.access & Opcodes.ACC_BRIDGE) != 0;
    boolean generator = index.kindOf(method.desc) == CoroutineKind.GENERATOR;
    if (generator && (bridge || isGeneratedForwarder(method))) {
      return false;
    }
    return index.isCoroutine(info, declared);
  }

  /**
   * Mock and proxy classes copy annotations to methods that only forward; such a method has no
   * lines, since it has no source, and yields nothing.
   */
  private boolean isGeneratedForwarder(MethodNode method) {
    return (method.access & Opcodes.ACC_ABSTRACT) == 0
        && SourceLine.of(method.instructions.getLast()) < 0
        && !yieldsOrEnds(method);
  }

  private boolean yieldsOrEnds(MethodNode method) {
    return !points.find(method).isEmpty() || endsGenerator(method);
  }

  private static boolean endsGenerator(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && call.owner.equals(RuntimeNames.COROUTINES)) {
        return true;
      }
      if (instruction.getOpcode() == Opcodes.ACONST_NULL
          && instruction.getNext().getOpcode() == Opcodes.ARETURN) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(MethodNode method, List<CoroutineLambda> lambdas) {
    return (method.access & Opcodes.ACC_SYNTHETIC) != 0
        && lambdas.stream()
            .map(CoroutineLambda::code)
            .anyMatch(c -> c.getName().equals(method.name) && c.getDesc().equals(method.desc));
  }

  private CoroutineKind kind(MethodNode method, List<CoroutineLambda> lambdas) {
    boolean lambda = isCode(method, subroutines(lambdas));
    return lambda ? CoroutineKind.LAMBDA : index.kindOf(method.desc);
  }

  private List<CoroutineMethod> coroutines(
      ClassNode type,
      Set<MethodNode> methods,
      Set<MethodNode> delegates,
      List<CoroutineLambda> lambdas) {
    boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    List<CoroutineMethod> coroutines = new ArrayList<>();
    Set<String> bodies = new HashSet<>();
    for (MethodNode method : type.methods) {
      if (methods.contains(method)) {
        Set<AbstractInsnNode> calls = new LinkedHashSet<>(points.find(method));
        CoroutineKind kind =
            delegates.contains(method) ? CoroutineKind.DELEGATE : kind(method, lambdas);
        CoroutineMethod coroutine =
            new CoroutineMethod(type.name, inInterface, method, calls, kind, method.name);
        while (!bodies.add(coroutine.bodyName() + coroutine.bodyDescriptor())) {
          coroutine = coroutine.withBodyName(method.name + "$" + bodies.size());
        }
        coroutines.add(coroutine);
      }
    }
    return coroutines;
  }

  private List<Refusal> refusals(
      ClassNode type, List<CoroutineMethod> coroutines, Set<MethodNode> methods) {
    RefusalRules rules = new RefusalRules(type, index, points);
    List<Refusal> refusals = new ArrayList<>();
    coroutines.forEach(coroutine -> rules.refuse(coroutine).ifPresent(refusals::add));
    type.methods.stream()
        .filter(method -> !methods.contains(method))
        .forEach(method -> rules.refusePlain(method).ifPresent(refusals::add));
    return refusals;
  }

  /** A lambda whose code is a generator method needs no twin, so the JDK can link it. */
  private List<CoroutineLambda> subroutines(List<CoroutineLambda> lambdas) {
    return lambdas.stream()
        .filter(l -> index.kindOf(l.erased().getDescriptor()) != CoroutineKind.GENERATOR)
        .toList();
  }
}
