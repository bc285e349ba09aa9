package dev.weft.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fuzzes for as long as one likes, and prints its figures last. System properties:
 *
 * <ul>
 *   <li>{@code weft.fuzz.minutes}: how long, in all; else one
 *   <li>{@code weft.fuzz.seed}: the first seed of each kind; else a new one
 *   <li>{@code weft.fuzz.kind}: only programs of that kind; else all
 *   <li>{@code weft.fuzz.programs}: only so many of each kind, however long that takes
 * </ul>
 */
public final class Fuzz {
  private Fuzz() {}

  /** All kinds of random programs. */
  static List<Subject> subjects() {
    return List.of(new JavaSubject(), new BytecodeSubject(), new CallTraceSubject());
  }

  /** Ends the JVM with status 1 if anything differed. */
  public static void main(String[] arguments) {
    String kind = System.getProperty("weft.fuzz.kind", "");
    List<Subject> chosen =
        subjects().stream().filter(s -> kind.isEmpty() || s.name().equals(kind)).toList();
    long seconds = 60 * Long.getLong("weft.fuzz.minutes", 1);
    long seed = Long.getLong("weft.fuzz.seed", new SplittableRandom().nextLong(1L << 40));
    List<Fuzzing> done = new ArrayList<>();
    for (Subject subject : chosen) {
      Fuzzing fuzzing = new Fuzzing(subject, System.out);
      done.add(fuzzing);
      run(fuzzing, seed, Duration.ofSeconds(seconds / chosen.size()));
    }
    System.exit(report(done) ? 0 : 1);
  }

  private static void run(Fuzzing fuzzing, long seed, Duration time) {
    int programs = Integer.getInteger("weft.fuzz.programs", 0);
    if (programs > 0) {
      fuzzing.check(seed, programs);
    } else {
      fuzzing.run(seed, time);
    }
  }

  private static boolean report(List<Fuzzing> done) {
    Figures all = new Figures();
    done.forEach(fuzzing -> fuzzing.failures().forEach(System.out::println));
    done.forEach(fuzzing -> all.add(fuzzing.figures()));
    System.out.println("Fuzzed on Java " + Runtime.version() + ": " + all);
    return all.differences == 0 && all.suspensions > 0;
  }
}
