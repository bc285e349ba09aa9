package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Locks on whichever thread resumes, and the code that releases them. */
@Woven
@SuppressWarnings("StaticGuardedByInstance") // there is one lock
class LocksTest {
  private static boolean ready;

  @Coroutine
  static Generator<Object, Object, Void> waiting(Object lock) throws InterruptedException {
    Coroutines.yield(Thread.holdsLock(lock));
    synchronized (lock) {
      while (!ready) {
        lock.wait();
      }
      ready = Thread.holdsLock(lock);
    }
    Coroutines.yield(Thread.holdsLock(lock));
    synchronized (lock) {
      ready = false;
      lock.notifyAll();
    }
    return Coroutines.done();
  }

  @Case("SY-09")
  @Test
  @Timeout(60)
  void waiting_and_notifying_after_a_resume_on_another_thread() throws Exception {
    Object lock = new Object();
    Generator<Object, Object, Void> generator = waiting(lock);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertThat(generator.next()).isEqualTo(false);
      var resumed = other.submit((Callable<Object>) generator::next);
      synchronized (lock) {
        ready = true;
        lock.notifyAll();
      }
      assertThat(resumed.get()).isEqualTo(false);
      assertThat(ready).isTrue();
      assertThat(other.submit(generator::hasNext).get()).isFalse();
      assertThat(ready).isFalse();
    } finally {
      other.shutdownNow();
    }
  }

  @Coroutine
  static int locking(Object lock, int[] numbers) {
    int sum = Coroutines.<Integer>yield("first");
    for (int number : numbers) {
      synchronized (lock) {
        synchronized (numbers) {
          if (number < 0) {
            return sum;
          }
          sum += number;
        }
      }
      Coroutines.yield(sum);
    }
    return sum;
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    return type;
  }

  private static List<Integer> opcodes(AbstractInsnNode from, AbstractInsnNode to) {
    List<Integer> opcodes = new ArrayList<>();
    for (AbstractInsnNode node = from; node != to; node = node.getNext()) {
      if (node.getOpcode() >= 0) {
        opcodes.add(node.getOpcode());
      }
    }
    return opcodes;
  }

  /** The opcodes from each monitorexit to the end of each handled range that it is in. */
  private static List<List<Integer>> releases(MethodNode method) {
    List<List<Integer>> releases = new ArrayList<>();
    for (AbstractInsnNode node : method.instructions) {
      if (node.getOpcode() == Opcodes.MONITOREXIT) {
        int at = method.instructions.indexOf(node);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
          if (method.instructions.indexOf(block.start) < at
              && method.instructions.indexOf(block.end) > at) {
            releases.add(opcodes(node, block.end));
          }
        }
      }
    }
    return releases;
  }

  @Case("SY-07")
  @Test
  void nothing_is_added_between_a_release_and_the_end_of_its_handler() throws Exception {
    String name = LocksTest.class.getName();
    WeavingLoader loader = new WeavingLoader();
    loader.loadClass(name);
    MethodNode woven =
        read(loader.woven(name).orElseThrow().bytes()).methods.stream()
            .filter(m -> m.name.equals("locking") && RuntimeNames.isBodyDescriptor(m.desc))
            .findFirst()
            .orElseThrow();
    MethodNode original =
        read(original(name)).methods.stream()
            .filter(m -> m.name.equals("locking"))
            .findFirst()
            .orElseThrow();
    assertThat(releases(woven)).isEqualTo(releases(original)).hasSizeGreaterThan(8);
  }

  private static byte[] original(String name) throws IOException {
    String file = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = LocksTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
