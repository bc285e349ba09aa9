package dev.weft.agent.cli;

import dev.weft.agent.build.BuildWeaver;
import dev.weft.agent.cli.explain.StateTable;
import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.Inspection;
import dev.weft.agent.rewrite.emit.ClassEmitter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.StateMachinePlan;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class of a class path, or one method of it, before and after weaving. */
final class ExplainedClass implements Closeable {
  private final URLClassLoader loader;
  private final byte[] original;
  private final Inspection inspection;
  private final WovenClass woven;
  private final String method;

  private ExplainedClass(
      URLClassLoader loader,
      byte[] original,
      Inspection inspection,
      WovenClass woven,
      String method) {
    this.loader = loader;
    this.original = original;
    this.inspection = inspection;
    this.woven = woven;
    this.method = method;
  }

  /**
   * Finds a class or method.
   *
   * @param name the class, or the class and a method of it, divided by a dot
   * @param classPath where it is found
   * @throws InputException if there is no such class, or if it cannot be explained
   */
  static ExplainedClass find(String name, List<Path> classPath) {
    if (classPath.isEmpty()) {
      throw new InputException("say with -cp where the class is found, and weft-core");
    }
    URLClassLoader loader = VisibleClasses.loader(classPath);
    ClassFiles files = ClassFiles.of(loader);
    int parameters = name.indexOf('(');
    String path = parameters < 0 ? name : name.substring(0, parameters);
    Optional<Found> whole = parameters < 0 ? Found.of(path, files) : Optional.empty();
    if (whole.isPresent()) {
      return of(loader, files, whole.get(), "");
    }
    int dot = path.lastIndexOf('.');
    Optional<Found> owner = dot < 0 ? Optional.empty() : Found.of(path.substring(0, dot), files);
    return of(
        loader,
        files,
        owner.orElseThrow(() ->
            new InputException(
                "no class " + name + " in the class path, nor one that has such a method")),
        name.substring(dot + 1));
  }

  /** A class file that was found. */
  private record Found(String name, byte[] bytes) {
    /** Nested classes are named with dots, or with dollars. */
    static Optional<Found> of(String name, ClassFiles files) {
      String internal = name.replace('.', '/');
      while (true) {
        String tried = internal;
        Optional<Found> found = files.read(tried).map(bytes -> new Found(tried, bytes));
        int slash = internal.lastIndexOf('/');
        if (found.isPresent() || slash < 0) {
          return found;
        }
        internal = internal.substring(0, slash) + "$" + internal.substring(slash + 1);
      }
    }
  }

  private static ExplainedClass of(
      URLClassLoader loader, ClassFiles files, Found found, String method) {
    String name = found.name().replace('/', '.');
    ClassIndex index = new ClassIndex(files, CoroutinePolicy.ANNOTATED);
    if (!index.seesLibrary()) {
      throw new InputException("weft-core is not in the class path: name its jar with -cp");
    }
    Inspection inspection = new ClassRewriter(index, false).inspect(found.bytes());
    if (ClassEmitter.isWoven(inspection.type())) {
      throw new InputException(name + " is woven already; explain it as it was compiled");
    }
    WovenClass woven =
        new BuildWeaver(files, false)
            .weave(found.name(), found.bytes())
            .orElseThrow(() -> new InputException(name + " has nothing to weave"));
    return new ExplainedClass(loader, found.bytes(), inspection, woven, method);
  }

  Inspection inspection() {
    return inspection;
  }

  /**
   * The state machines that are explained.
   *
   * @throws InputException if there are none
   */
  List<StateMachinePlan> plans() {
    List<StateMachinePlan> plans =
        inspection.plans().stream().filter(plan -> isExplained(plan.source().method())).toList();
    if (plans.isEmpty()) {
      throw new InputException(refusal().orElseGet(this::nothing));
    }
    return plans;
  }

  private boolean isExplained(MethodNode node) {
    String wanted = method.replace(" ", "");
    String signature = node.name + StateTable.parameters(node.desc).replace(" ", "");
    return wanted.isEmpty() || wanted.equals(node.name) || wanted.equals(signature);
  }

  private Optional<String> refusal() {
    return woven.refusals().stream()
        .filter(refusal -> isExplained(refusal.method()))
        .map(Refusal::message)
        .findFirst();
  }

  private String nothing() {
    String all =
        inspection.plans().stream()
            .map(plan -> plan.source().method())
            .map(node -> node.name + StateTable.parameters(node.desc).replace(" ", ""))
            .distinct()
            .collect(Collectors.joining(" "));
    String owner = inspection.type().name.replace('/', '.');
    return owner
        + " has no coroutine method "
        + method
        + "; it has: "
        + (all.isEmpty() ? "none" : all);
  }

  /** How the size of a class has changed. */
  String size() {
    int added =
        woven.companions().stream().map(Companion::bytes).mapToInt(bytes -> bytes.length).sum();
    return String.format(
        Locale.ROOT,
        "%s: class file %,d bytes, woven %,d; %d companion %s of %,d bytes",
        woven.name().replace('/', '.'),
        original.length,
        woven.bytes().length,
        woven.companions().size(),
        woven.companions().size() == 1 ? "class" : "classes",
        added);
  }

  /** How the size of a method's code has changed. */
  String sizeOf(StateMachinePlan plan) {
    ClassNode after = new ClassNode();
    new ClassReader(woven.bytes()).accept(after, 0);
    String body = plan.source().bodyName() + plan.body().code().desc;
    int now =
        after.methods.stream()
            .filter(node -> (node.name + node.desc).equals(body))
            .mapToInt(ExplainedClass::codeSize)
            .findFirst()
            .orElse(0);
    return "code: about " + codeSize(plan.source().method()) + " bytes, as a state machine " + now;
  }

  private static int codeSize(MethodNode node) {
    CodeSizeEvaluator size = new CodeSizeEvaluator(null);
    node.accept(size);
    return size.getMinSize();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
