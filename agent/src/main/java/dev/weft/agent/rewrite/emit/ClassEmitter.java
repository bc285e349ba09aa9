package dev.weft.agent.rewrite.emit;

import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Findings;
import dev.weft.agent.rewrite.model.Occasion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Changes a class as planned.
 *
 * <ol>
 *   <li>Refused methods throw their reason, but for those of soaked programs, which stay.
 *   <li>Coroutine methods get a body, a plain entry, and if they are subroutines a twin.
 *   <li>Methods that a supertype's twin would hide get a twin of their own.
 *   <li>Lambdas of coroutine interfaces are made by classes of their own, in all methods.
 *   <li>The class is stamped with the version of the runtime that it needs.
 * </ol>
 */
public final class ClassEmitter {
  /** The field that says that a class is woven. */
  public static final String STAMP = "$weft$version";

  private final ClassNode type;
  private final boolean again;
  private final TwinEmitter twins;
  private final Companions companions;
  private final Map<String, Companion> frames = new HashMap<>();

  private ClassEmitter(ClassNode type, Occasion occasion) {
    this.type = type;
    this.again = occasion == Occasion.AGAIN;
    this.companions = new Companions(occasion);
    this.twins = new TwinEmitter(type, again, companions);
  }

  /**
   * Changes a class.
   *
   * @param type the class
   * @param findings what there is to do
   * @param plans the plans of the coroutine methods that need a body
   * @param occasion when that is
   * @return the companions of the class
   */
  public static List<Companion> emit(
      ClassNode type, Findings findings, List<StateMachinePlan> plans, Occasion occasion) {
    ClassEmitter emitter = new ClassEmitter(type, occasion);
    Map<MethodNode, StateMachinePlan> planned = new LinkedHashMap<>();
    plans.forEach(plan -> planned.put(plan.source().method(), plan));
    findings.coroutines().stream()
        .filter(coroutine -> !planned.containsKey(coroutine.method()))
        .forEach(emitter::addTwin);
    findings.thrown().forEach(RefusalEmitter::emit);
    plans.forEach(emitter::addBody);
    findings.overrides().forEach(m -> emitter.addMethod(emitter.twins.twinOfPlain(m)));
    findings.inherited().forEach(emitter::addInheritedTwin);
    emitter.linkLambdas(findings.lambdas());
    emitter.stamp();
    return emitter.companions.all();
  }

  /** Whether a class has been woven already. */
  public static boolean isWoven(ClassNode type) {
    return type.fields.stream().anyMatch(field -> field.name.equals(STAMP));
  }

  private void addTwin(CoroutineMethod coroutine) {
    boolean fits = RuntimeNames.fitsTwin(coroutine.method().desc);
    if (coroutine.isLambda()) {
      addMethod(PlainEntryEmitter.bodyOfPlain(coroutine));
    } else if (!coroutine.isGenerator() && fits) {
      addMethod(twins.twinOfPlain(coroutine.method()));
    }
  }

  private void addInheritedTwin(ClassInfo.Method method) {
    addMethod(twins.twinOfInherited(method.name(), method.descriptor()));
  }

  private void addBody(StateMachinePlan plan) {
    MethodNode method = plan.source().method();
    Optional<Companion> frame = frameOf(plan);
    String frameClass = frame.map(Companion::name).orElse(RuntimeNames.FRAME);
    MethodNode body = StateMachineEmitter.emit(plan, frameClass);
    frame.ifPresent(companion -> frames.put(body.name + body.desc, companion));
    if (plan.source().isGenerator()) {
      PlainEntryEmitter.createGenerator(method, plan, frame.orElseThrow(), companions);
    } else if (plan.source().isDelegate()) {
      type.methods.remove(method);
      addMethod(DelegateTwinEmitter.emit(type, plan.analysis(), frame, again, companions));
    } else {
      addSubroutine(plan, frame);
    }
    addMethod(body);
  }

  private void addSubroutine(StateMachinePlan plan, Optional<Companion> frame) {
    MethodNode method = plan.source().method();
    if (!plan.source().isLambda()) {
      addMethod(twins.twinOfBody(method, plan.analysis(), frame));
    }
    if (plan.source().isSoaked()) {
      PlainEntryEmitter.runSoaked(method, plan.analysis(), frame, companions);
    } else {
      PlainEntryEmitter.runWithoutCoroutine(method, plan.analysis());
    }
  }

  private Optional<Companion> frameOf(StateMachinePlan plan) {
    if (!plan.needsFrame()) {
      return Optional.empty();
    }
    MethodNode body = plan.body().code();
    return Optional.of(
        companions.add(
            type.name + RuntimeNames.COMPANION_MARK + body.name,
            name -> FrameClassEmitter.emit(plan, body, name, companions.areClassFiles())));
  }

  /**
   * Replaces a method of that signature: a proxy's override of a twin that it took for a method.
   */
  private void addMethod(MethodNode added) {
    type.methods.removeIf(m -> m.name.equals(added.name) && m.desc.equals(added.desc));
    type.methods.add(added);
  }

  // === Lambdas ===

  private void linkLambdas(List<CoroutineLambda> lambdas) {
    for (CoroutineLambda lambda : lambdas) {
      Companion companion =
          companions.add(
              type.name + RuntimeNames.COMPANION_MARK + lambda.code().getName() + "$lambda",
              name -> LambdaClassEmitter.emit(lambda, type.name, name));
      type.methods.forEach(method -> link(method.instructions, lambda, companion));
    }
  }

  private void link(InsnList code, CoroutineLambda lambda, Companion companion) {
    for (AbstractInsnNode instruction : code.toArray()) {
      if (instruction instanceof InvokeDynamicInsnNode site && lambda.isMadeBy(site)) {
        frameOfCode(lambda).ifPresent(f -> code.insertBefore(site, companions.definition(f)));
        code.insertBefore(site, companions.definition(companion));
        code.set(
            site,
            new MethodInsnNode(Opcodes.INVOKESTATIC, companion.name(), "create", site.desc, false));
      }
    }
  }

  /** The frame has to be defined before the lambda runs; nothing else does that. */
  private Optional<Companion> frameOfCode(CoroutineLambda lambda) {
    String key = lambda.code().getName() + LambdaClassEmitter.bodyDescriptor(lambda, type.name);
    return Optional.ofNullable(frames.get(key));
  }

  // === The stamp ===

  /** Private, since only such fields do not count for the default serialVersionUID. */
  private void stamp() {
    boolean inInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
    int access =
        (inInterface ? Opcodes.ACC_PUBLIC : Opcodes.ACC_PRIVATE)
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_SYNTHETIC;
    type.fields.add(new FieldNode(access, STAMP, "I", null, RuntimeNames.VERSION));
  }
}
