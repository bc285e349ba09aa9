package dev.weft.behaviour;

import dev.weft.weaving.Case;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of statement, run twice, with one suspension at each of its places: of the numbers in
 * braces one comes from a step, the others from a call that cannot suspend.
 */
class GridTest {
  private static final List<String> STATEMENTS =
      List.of(
          "t += {1} + {2} * {3};",
          "a = {1}; l = {2}; t = t + {3};",
          "a += {1}; l *= {2}; t += a++ + {3} + --l;",
          "if ({1} > turn) { t += {2}; } else { t += {3}; }",
          "if ({0} < turn) { t += {2}; } else if ({1} > 0) { t += {3}; }",
          "t += {0} < turn ? {1} : {2};",
          "t += ({1} > turn && {0} > 0 || {2} > 1) ^ {3} > 2;",
          "while (a-- > {1}) { t += {2}; }",
          "do { t += {1}; } while (a++ < {5});",
          "for (int i = {0}; i < {2}; i += {1}) { t += {7}; }",
          "for (int i : new int[] { {1}, {2} }) { t += i * {3}; }",
          "for (var i : List.of({1}, {2})) { if (i == {1}) { continue; } t += {3}; }",
          "out: for (a = 0; ; ) { while (true) { if ({1} < a) { break out; } t += {2}; a += 3; } }",
          "switch ({1} + turn) { case 1: t += {5}; case 3: t += {6}; break; default: t += {7}; }",
          "switch ({1} + \"k\" + turn) { case \"1k1\": t += {5}; break; default: t += {7}; }",
          "a += switch ({1} - turn) { case 0 -> {5}; default -> { yield {6}; } }; t += {2};",
          "try { t += {1}; if ({1} > turn) { throw new IllegalStateException(); } t += {9}; }"
              + " catch (IllegalStateException e) { t += {2}; } finally { t += {3}; }",
          "try { if ({1} == turn) { return t + {2}; } } finally { Trace.say(\"f\" + {3}); }",
          "try { throw new IllegalArgumentException(\"m\" + {1}); }"
              + " catch (RuntimeException e) { t += e.getMessage() + {2}; }",
          "try (StringReader r = new StringReader(\"ab\" + {1})) { t += r.read() + {2}; }",
          "int[] x = { {1}, {2} }; x[{0}] += {5}; t += x[{1}] + x.length;",
          "long[][] x = new long[{1}][{2}]; x[{0}][{1}] = {3}; t += x[0][1]++;",
          "t += new StringBuilder().append({1}).append(new String(new char[] {'a'}, {0}, {1}));",
          "int c = {1}; IntSupplier s = () -> c + 1; t += s.getAsInt() + {2};",
          "Object o = {1}; if (o instanceof Integer n && n == {1}) { t += n + {2}; }",
          "if ({1} > turn) { a = {2}; continue; } t += {3};",
          "synchronized (Trace.PAUSE) { a++; } t += {1} + a;",
          "{ String u = \"u\" + {1}; t += u; } { long u = {2}; t += u; } t += {3};");
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  @Case({"CF-10", "CF-17"})
  @TestFactory
  Stream<DynamicTest> one_suspension_at_each_place() {
    return IntStream.range(0, STATEMENTS.size()).boxed().flatMap(GridTest::places);
  }

  private static Stream<DynamicTest> places(int number) {
    String statement = STATEMENTS.get(number);
    int holes = (int) HOLE.matcher(statement).results().count();
    String name = "Grid" + number;
    StringBuilder source = new StringBuilder(head(name));
    IntStream.range(0, holes).forEach(i -> source.append(program(statement, i)));
    Map<String, byte[]> classes = Source.compile(name, source + "}", "17");
    return IntStream.range(0, holes)
        .mapToObj(i ->
            DynamicTest.dynamicTest(
                "place " + i + " of " + statement,
                () -> Differential.check("dev.weft.behaviour." + name, classes, "at" + i)));
  }

  private static String head(String name) {
    return """
    package dev.weft.behaviour;

    import dev.weft.Coroutine;
    import java.io.StringReader;
    import java.util.List;
    import java.util.function.IntSupplier;

    class %s {
      private static int plain(int value) {
        Trace.say("plain " + value);
        return value;
      }
    """
        .formatted(name);
  }

  private static String program(String statement, int suspending) {
    Matcher holes = HOLE.matcher(statement);
    int[] next = {0};
    String filled =
        holes.replaceAll(
            hole -> (next[0]++ == suspending ? "Trace.step(" : "plain(") + hole.group(1) + ")");
    return """
      @Coroutine static Object at%d() throws Exception {
        int a = 3;
        long l = 4;
        String t = "";
        for (int turn = 0; turn < 2; turn++) {
          %s
        }
        return t + a + l;
      }
    """
        .formatted(suspending, filled);
  }
}
