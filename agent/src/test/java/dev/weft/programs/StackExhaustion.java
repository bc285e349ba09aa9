package dev.weft.programs;

import dev.weft.Generator;
import dev.weft.State;
import dev.weft.StopIteration;
import dev.weft.programs.Outcomes.Outcome;
import java.util.function.IntConsumer;

/** Yields, or resumes, at every depth around the end of the stack; prints the outcomes. */
public final class StackExhaustion {
  private static final int STACK = 256 * 1024;
  private static final int PADS = 12;
  private static final int BEFORE = 100;
  private static final int AFTER = 100;

  private static final Outcomes outcomes = new Outcomes();

  private StackExhaustion() {}

  /** Runs the sweep that is named: yields or resumes. */
  public static void main(String[] args) throws InterruptedException {
    Runnable sweep = args[0].equals("yields") ? StackExhaustion::yields : StackExhaustion::resumes;
    yieldAt(1); // where there is stack enough to load classes
    Thread thread = new Thread(null, sweep, "small stack", STACK);
    thread.start();
    thread.join();
    System.out.println(outcomes);
  }

  // === Yields, from all depths; some frames below the generator vary where the stack ends ===

  private static void yields() {
    for (int pad = 0; pad < PADS; pad++) {
      int end = end(depth -> Exhaustion.chain(depth).next());
      for (int depth = end - BEFORE; depth < end + AFTER; depth++) {
        yieldBelow(pad, depth);
      }
    }
  }

  /** About the least depth that is too deep, as of now; it changes as code gets compiled. */
  private static int end(IntConsumer attempt) {
    int possible = BEFORE;
    int tooDeep = 1 << 20;
    while (tooDeep - possible > 1) {
      int middle = (possible + tooDeep) / 2;
      try {
        attempt.accept(middle);
        possible = middle;
      } catch (StackOverflowError e) {
        tooDeep = middle;
      }
    }
    return tooDeep;
  }

  private static void yieldBelow(int pad, int depth) {
    if (pad == 0) {
      yieldAt(depth);
    } else {
      yieldBelow(pad - 1, depth);
    }
  }

  private static void yieldAt(int depth) {
    Exhaustion.reset();
    Generator<String, String, Integer> generator = Exhaustion.chain(depth);
    Outcome outcome;
    try {
      boolean well = generator.next().equals("bottom") && Exhaustion.endsWell(generator, depth);
      outcome = well ? Outcome.WELL : Outcome.SURPRISE;
    } catch (StackOverflowError e) {
      outcome = Outcomes.failed(generator, e);
    }
    outcomes.record(outcome, "a yield at depth " + depth, generator);
  }

  // === Resumes, with less and less stack left ===

  private static void resumes() {
    for (int depth = 0; depth < 3; depth++) {
      int end = end(StackExhaustion::tryResume);
      for (int pad = end - BEFORE; pad < end + AFTER; pad++) {
        Exhaustion.reset();
        Generator<String, String, Integer> generator = Exhaustion.chain(depth);
        generator.next();
        outcomes.record(resume(generator, depth, pad), "a resume at depth " + pad, generator);
      }
    }
  }

  private static void tryResume(int pad) {
    Generator<String, String, Integer> generator = Exhaustion.chain(0);
    generator.next();
    try {
      resumeBelow(pad, generator);
    } catch (StopIteration stop) {
      return; // the stack sufficed
    }
  }

  private static Outcome resume(Generator<String, String, Integer> generator, int depth, int pad) {
    try {
      resumeBelow(pad, generator);
      return Outcome.SURPRISE;
    } catch (StopIteration stop) {
      return Exhaustion.endedWell(generator, depth) ? Outcome.WELL : Outcome.SURPRISE;
    } catch (StackOverflowError e) {
      if (generator.state() == State.SUSPENDED) {
        return Exhaustion.endsWell(generator, depth) ? Outcome.UNTOUCHED : Outcome.SURPRISE;
      }
      boolean couldNotTell = Exhaustion.endedWell(generator, depth);
      return couldNotTell ? Outcome.WELL : Outcomes.failed(generator, e);
    }
  }

  private static void resumeBelow(int pad, Generator<String, String, Integer> generator) {
    if (pad == 0) {
      generator.send("go on");
    } else {
      resumeBelow(pad - 1, generator);
    }
  }
}
