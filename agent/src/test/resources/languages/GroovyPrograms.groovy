package dev.weft.behaviour

import dev.weft.Coroutine
import groovy.transform.CompileStatic

@CompileStatic
class GroovyPrograms {
  static class Made {
    final Object a
    final int b

    Made(Object a, int b = 7) {
      this.a = a
      this.b = b
    }

    String toString() { "Made($a, $b)" }
  }

  @Coroutine
  static Object constructor_arguments() {
    String text = new Made(Trace.step("a"), Trace.step(1) + 1).toString()
    text += new Made(new Made(Trace.step(2L)), Trace.step(true) ? Trace.step(3) : 4)
    return text + new StringBuilder(Trace.step("s")).append(Trace.step('c' as char))
  }

  @Coroutine
  static Object string_templates() {
    int a = Trace.step(1)
    String text = "a=$a b=${Trace.step(2L)} c=${a > 0 ? Trace.step("c") : "d"}"
    return text + "nested ${"in ${Trace.step(1.5d)}"}".toString()
  }

  @Coroutine
  static Object loops() {
    String text = ""
    for (int i = 0; i < Trace.step(3); i++) {
      if (Trace.step(i) == 1) continue
      text += i
    }
    for (i in 1..3) {
      text += Trace.step(i)
    }
    for (String s : ["x", "y"]) {
      text += Trace.step(s)
    }
    int n = 0
    while (Trace.step(n++) < 2) { text += n }
    do { n-- } while (Trace.step(n) > 0)
    return text + n
  }

  @Coroutine
  static Object switches() {
    String text = ""
    for (Object key : [1, "Aa", 2L, 'BB', null, [3]] as List<Object>) {
      switch (Trace.step(key)) {
        case 1: text += Trace.step("one"); break
        case "Aa":
        case "BB": text += Trace.step("string")
        case Long: text += Trace.step("falls"); break
        case { it instanceof List }: text += "list"; break
        default: text += Trace.step("default")
      }
    }
    return text
  }

  @Coroutine
  static Object handlers() {
    String text = ""
    for (int i = 0; i < 3; i++) {
      try {
        text += Trace.step("try")
        if (i == 1) throw new IllegalArgumentException("i" + Trace.step(i))
        if (i == 2) return text + Trace.step("returned")
      } catch (IllegalArgumentException | NullPointerException e) {
        text += Trace.step(e.message)
      } finally {
        Trace.step("finally")
      }
    }
    return text
  }

  @Coroutine
  static Object null_safe_and_elvis() {
    String text = ""
    for (String s : ["a", null, ""]) {
      text += s?.length() ?: Trace.step(5)
      text += Trace.step(s) ?: Trace.step("none")
      text += s?.concat(Trace.step("b"))
    }
    return text
  }

  @Coroutine
  private static String joined(String separator, Object... all) {
    String text = ""
    for (Object one : all) { text += Trace.step(separator) + one }
    return text
  }

  @Coroutine
  private static int withDefault(int a, int b = 2) { Trace.step(a) * b }

  @Coroutine
  static Object arguments_and_collections() {
    List<Object> list = [Trace.step(1), "two", Trace.step(3L)] as List<Object>
    Map<String, Object> map = [a: Trace.step("A"), b: (Object) list]
    int[] array = [1, Trace.step(2), 3] as int[]
    array[Trace.step(0)] += Trace.step(5)
    int count = 0
    Closure<Integer> add = { int n -> count += n }
    add(Trace.step(4))
    count++
    Trace.step(count)
    def (x, y) = [Trace.step(8), Trace.step(9)]
    return "$list $map ${array.toList()} $count $x $y ".toString() + joined(":", Trace.step(1), "z") +
        withDefault(Trace.step(6)) + withDefault(1, Trace.step(3))
  }
}
