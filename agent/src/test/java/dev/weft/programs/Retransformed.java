package dev.weft.programs;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Another agent, in its own program: has woven classes transformed again. */
public final class Retransformed {
  private static Instrumentation instrumentation;

  private Retransformed() {}

  /** How the JVM starts it. */
  public static void premain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /**
   * Prints what is still the same with the class transformed again, and how a generator goes on.
   */
  public static void main(String[] args) throws UnmodifiableClassException {
    Generator<Integer, Void, Void> suspended = Letters.count("abc");
    System.out.print(suspended.next());
    Seen seen = new Seen();
    instrumentation.addTransformer(seen, true);
    Set<String> members = members();
    instrumentation.retransformClasses(Letters.class, Plain.class);
    System.out.print(suspended.next());
    Letters.count("xyz").forEachRemaining(System.out::print);
    instrumentation.retransformClasses(Letters.class);
    suspended.forEachRemaining(System.out::print);
    System.out.println(" " + members().equals(members) + " " + seen.sizes());
  }

  private static Set<String> members() {
    Set<String> members = new TreeSet<>();
    Arrays.stream(Letters.class.getDeclaredMethods()).forEach(m -> members.add(m.toString()));
    Arrays.stream(Letters.class.getDeclaredFields()).forEach(m -> members.add(m.toString()));
    return members;
  }

  private static final class Letters {
    @Coroutine
    static Generator<Integer, Void, Void> count(String letters) {
      for (int i = 1; i <= letters.length(); i++) {
        number(i);
      }
      return Coroutines.done();
    }

    @Coroutine
    private static void number(int i) {
      Coroutines.yield(i);
    }
  }

  /** Notes how large the class is that it is shown. */
  private static final class Seen implements ClassFileTransformer {
    private final TreeSet<Integer> sizes = new TreeSet<>();

    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] classFile) {
      if (redefined == Letters.class) {
        sizes.add(classFile.length);
      }
      return null;
    }

    List<String> sizes() {
      return sizes.stream().map(size -> "size").toList();
    }
  }
}
