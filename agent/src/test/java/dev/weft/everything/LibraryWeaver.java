package dev.weft.everything;

import static dev.weft.everything.Figures.Column.CLASSES;
import static dev.weft.everything.Figures.Column.EXCEPTIONS;
import static dev.weft.everything.Figures.Column.INITIALISERS;
import static dev.weft.everything.Figures.Column.METHODS;
import static dev.weft.everything.Figures.Column.MONITOR;
import static dev.weft.everything.Figures.Column.PARAMETERS;
import static dev.weft.everything.Figures.Column.POINTS;
import static dev.weft.everything.Figures.Column.TOO_LARGE;
import static dev.weft.everything.Figures.Column.WIDE_CALL;

import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutineFinder;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.CoroutineMethod;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WovenClass;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Weaves the classes of a library when they are asked for, and counts. */
final class LibraryWeaver {
  private final Library library;
  private final ClassIndex index;
  private final ClassRewriter rewriter;
  private final Figures figures;
  private final BiConsumer<String, Throwable> failed;
  private final Map<String, byte[]> companions = new ConcurrentHashMap<>();

  /**
   * Makes a weaver.
   *
   * @param library the library
   * @param dependencies where the class files of others are read
   * @param keepScopes whether variables are kept while in scope
   * @param figures what to add the counts to
   * @param failed is told of classes at which the weaver fails
   */
  LibraryWeaver(
      Library library,
      ClassFiles dependencies,
      boolean keepScopes,
      Figures figures,
      BiConsumer<String, Throwable> failed) {
    this.library = library;
    this.figures = figures;
    this.failed = failed;
    this.index =
        new ClassIndex(
            type -> library.read(type).or(() -> dependencies.read(type)), new EveryCall());
    this.rewriter = new ClassRewriter(index, keepScopes);
  }

  /** The woven form of a class, or one that weaving another has made; empty if it has neither. */
  Optional<byte[]> classFile(String type) {
    return Optional.ofNullable(companions.get(type))
        .or(() -> library.read(type).map(original -> weave(type, original)));
  }

  private byte[] weave(String type, byte[] original) {
    figures.count(CLASSES, 1);
    long start = cpuTime();
    try {
      Optional<WovenClass> woven = rewriter.rewrite(original);
      woven.ifPresent(this::keep);
      return woven.map(WovenClass::bytes).orElse(original);
    } catch (RuntimeException | StackOverflowError e) {
      figures.count(EXCEPTIONS, 1);
      failed.accept(type, e);
      return original;
    } finally {
      figures.time(original.length, cpuTime() - start);
      count(original);
    }
  }

  /** Does not count what else the machine is busy with. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void keep(WovenClass woven) {
    for (Companion companion : woven.companions()) {
      companions.put(companion.name(), companion.bytes());
    }
    for (Refusal refusal : woven.refusals()) {
      figures.count(refusal.message().contains("64 KB") ? TOO_LARGE : PARAMETERS, 1);
    }
  }

  private void count(byte[] original) {
    ClassNode type = new ClassNode();
    new ClassReader(original).accept(type, 0);
    figures.count(INITIALISERS, type.methods.stream().filter(m -> m.name.startsWith("<")).count());
    new CoroutineFinder(index)
        .find(type).coroutines().stream().filter(CoroutineMethod::hasCode).forEach(this::count);
  }

  private void count(CoroutineMethod method) {
    figures.count(METHODS, 1);
    figures.count(POINTS, method.calls().size() + (method.suspendsAtStart() ? 1 : 0));
    for (AbstractInsnNode instruction : method.method().instructions) {
      if (instruction instanceof MethodInsnNode call
          && !call.name.startsWith("<")
          && !method.calls().contains(call)) {
        figures.count(RuntimeNames.fitsTwin(call.desc) ? MONITOR : WIDE_CALL, 1);
      }
    }
  }
}
