package dev.weft.soak;

import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/** Interprets and compiles scripts; prints what they evaluate to. */
final class ScriptProgram {
  private static final List<String> SCRIPTS =
      List.of(
          "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } fib(18)",
          "var s = 0; for (var i = 0; i < 5000; i++) { s = (s * 31 + i) % 1000003; } s",
          "[5, 3, 9, 1, 7].map(function (x) { return x * x; }).sort(function (a, b)"
              + " { return a - b; }).join('-')",
          "var words = 'the quick brown fox jumps over the lazy dog'.split(/\\s+/); var count = {};"
              + " words.forEach(function (w) { count[w] = (count[w] || 0) + 1; });"
              + " JSON.stringify(count)",
          "function Shape(n) { this.n = n; } Shape.prototype.area = function () { return this.n * 2;"
              + " }; function Square(n) { Shape.call(this, n); } Square.prototype = new Shape(0);"
              + " Square.prototype.area = function () { return this.n * this.n; };"
              + " [new Shape(3), new Square(4)].map(function (s) { return s.area(); }).toString()",
          "var log = []; try { try { log.push('try'); null.x; } finally { log.push('finally'); } }"
              + " catch (e) { log.push(e instanceof TypeError); } log.join()",
          "function sieve(n) { var p = [], c = []; for (var i = 2; i <= n; i++) { if (!c[i])"
              + " { p.push(i); for (var j = i * i; j <= n; j += i) c[j] = true; } } return p; }"
              + " sieve(2000).length + ' ' + sieve(60)",
          "'2026-11-22'.replace(/(\\d+)-(\\d+)-(\\d+)/, '$3.$2.$1') + (0.1 + 0.2).toFixed(3)",
          "var out = ''; label: for (var i = 0; i < 9; i++) { for (var j = 0; j < 9; j++) { if (j > i)"
              + " continue label; if (i * j > 30) break label; out += i * j + ','; } } out",
          "JSON.stringify(JSON.parse('{\"a\":[1,2,{\"b\":null}],\"c\":\"\\\\u00e9\"}'), null, 1)",
          "eval('(function () { return typeof arguments; })()') + ' ' + parseInt('ff', 16)",
          "(function () { switch ('b') { case 'a': return 1; case 'b': case 'c': return 2;"
              + " default: return 3; } })()");

  private ScriptProgram() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    for (int optimization : new int[] {-1, 0, 9}) {
      Context context = Context.enter();
      try {
        context.setOptimizationLevel(optimization);
        ScriptableObject scope = context.initStandardObjects();
        for (String script : SCRIPTS) {
          Object result = context.evaluateString(scope, script, "script", 1, null);
          System.out.println(optimization + ": " + Context.toString(result));
        }
      } finally {
        Context.exit();
      }
    }
  }
}
