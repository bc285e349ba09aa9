@file:JvmName("KotlinPrograms")

package dev.weft.behaviour

import dev.weft.Coroutine
import dev.weft.behaviour.Trace.step

class Made(val a: Any?, val b: Int = 7, val c: Long = 3L) {
  override fun toString() = "Made($a, $b, $c)"
}

data class Pair3(val one: Any?, val two: Int, val three: String?)

class Node(val name: String?, val next: Node?) {
  override fun toString() = "Node $name"
}

sealed interface Shape

data class Circle(val radius: Double) : Shape

data class Box(val width: Int, val content: Shape?) : Shape

data object Empty : Shape

@JvmInline value class Metres(val value: Long)

/** The objects under construction are kept in variables while arguments are evaluated. */
@Coroutine
fun constructor_arguments(): Any? {
  var text = "" + Made(step("a"), step(1) + 1, step(2L))
  text += Made(Made(step(1), if (step(true)) step(2) else 3), step(4))
  text += Made(step("only")).toString() + Made(c = step(5L), a = step('x'))
  text += StringBuilder(step("s")).append(Made(null, step(6)))
  return text
}

@Coroutine
fun try_as_an_argument(): Any? {
  var text = ""
  for (i in 0..2) {
    text += Made(
      try {
        if (step(i) == 1) throw IllegalStateException("one")
        step("tried")
      } catch (e: IllegalStateException) {
        step("caught " + e.message)
      } finally {
        step("finally")
      },
      step(i) + 1,
      if (i == 2) step(9L) else 8L
    )
  }
  return text
}

@Coroutine
fun jumps_out_of_arguments(): Any? {
  var text = ""
  outer@ for (i in 0 until 5) {
    for (k in 0..2) {
      text += Made(
        step(i),
        if (k == 1) continue else if (i == 3) break@outer else step(k),
        if (i == 1) continue@outer else step(k.toLong())
      )
    }
  }
  return text
}

@Coroutine
fun returns_out_of_arguments(): Any? {
  for (i in 0..3) {
    val made = Made(step(i), if (i == 2) return "returned " + step(i) else step(5))
    step(made.b)
  }
  return null
}

private fun shapes(): List<Shape?> =
  listOf(Circle(1.0), Circle(20.0), Box(1, Circle(3.0)), Box(2, null), Empty, null)

@Coroutine
fun whens(): Any? {
  var text = ""
  for (shape in shapes()) {
    text += when (val s = step(shape)) {
      is Circle -> if (s.radius > 10) step("large") else s.radius
      is Box -> when (s.content) {
        null -> step(s.width)
        is Circle -> step("circle") + s.content.radius
        else -> "else"
      }
      Empty -> step(0L)
      null -> "none" + step(1)
    }
    text += when {
      shape is Box && step(shape.width) == 2 -> step("two")
      step(text.length) > 20 -> "long"
      else -> step("short")
    }
  }
  for (key in listOf("Aa", "BB", "c")) {
    text += when (step(key)) {
      "Aa" -> 1
      "BB" -> step(2)
      else -> step(3) + 1
    }
    when (step(key.length)) {
      in 0..1 -> step("in")
      !in 5..9 -> step("not in")
    }
  }
  return text
}

private inline fun <T> guarded(name: String, body: (String) -> T): T {
  try {
    return body(name + "!")
  } finally {
    Trace.say("end of $name")
  }
}

@Coroutine
fun inline_lambdas(): Any? {
  val doubled = listOf(1, 2, 3).map { step(it) * 2 }
  val sum = doubled.filter { step(it) > 2 }.fold(step(10)) { a, b -> a + step(b) }
  var text = buildString {
    append(step("a"))
    repeat(2) { append(step(it)).append(guarded("g$it") { name -> step(name) }) }
  }
  text += step("x").let { it + step("y") }.also { step(it) }.run { length + step(1) }
  listOf("p", "q", "r").forEach {
    if (step(it) == "q") return@forEach
    text += with(StringBuilder(it)) { append(step("w")).toString() }
  }
  return text + sum + doubled.sumOf { step(it.toLong()) }
}

@Coroutine
fun returns_out_of_inline_lambdas(): Any? {
  listOf(1, 2, 3).forEach { value ->
    guarded("round $value") { name ->
      if (step(value) == 2) return "found " + step(name)
      step("no")
    }
  }
  return "none"
}

@Coroutine private fun many(separator: String, vararg all: Any?): String = all.joinToString(step(separator))

@Coroutine
fun variable_arguments(): Any? {
  return many(",", step(1), *arrayOf(step("a"), 'b'), step(2L)) + many(step(":"))
}

@Coroutine
fun try_as_an_expression(): Any? {
  var total = step(1)
  for (i in 0..3) {
    total += 10 * try {
      if (i == 1) throw IllegalArgumentException()
      if (i == 2) continue
      step(i)
    } catch (e: IllegalArgumentException) {
      step(7)
    } finally {
      step(total)
    } + step(2)
  }
  val last: Long = try { step(5L) } finally { total++ }
  return last + total
}

@Coroutine
fun null_safe_chains(): Any? {
  var text = ""
  for (node in listOf(Node("a", Node(null, null)), Node("b", null), Node(null, Node("c", Node("d", null))), null)) {
    text += node?.next?.name?.let { step(it) } ?: step("none")
    text += step(node)?.name?.length ?: node?.next?.next?.name ?: step(0)
    step(node?.name?.length)
    text += try { node!!.next!!.name + step("!") } catch (e: NullPointerException) { step("npe") }
    val cast = (step<Any?>(node?.name) as? String)?.uppercase()
    text += if (cast.isNullOrEmpty()) step("empty") else cast
  }
  return text
}

@Coroutine
fun string_templates(): Any? {
  val a = step(1)
  val text = "a=$a b=${step(2L)} c=${if (a > 0) step("c") else "d"} ${"nested ${step('e')} ${step(1.5)}"} ${step<Any?>(null)}"
  return """raw $text ${step(text.length)}
    |end""".trimMargin()
}

@Coroutine
fun destructuring_and_ranges(): Any? {
  var text = ""
  val (one, two, three) = Pair3(step("o"), step(2), null)
  text += "$one$two$three"
  for ((i, value) in listOf("x", "y").withIndex()) text += step(i).toString() + step(value)
  for ((key, value) in mapOf("k" to step(1), "l" to 2)) text += step(key) + value
  for (i in step(6) downTo step(1) step 2) text += step(i)
  for (c in 'a'..'c') text += step(c)
  for (l in 1L..step(3L)) { if (step(l) == 2L) continue; text += l }
  for (i in listOf(1, 2).indices) text += step(i)
  for (c in step("str")) text += step(c)
  return text
}

@Coroutine
fun numbers_and_value_classes(): Any? {
  var i = step(1)
  val array = intArrayOf(1, 2, 3)
  array[step(0)] += step(5)
  array[i++] *= step(3) + i--
  val bytes = byteArrayOf(1)
  bytes[0] = (bytes[step(0)] + step(127)).toByte()
  var u: UInt = 4_000_000_000u
  u += step(1).toUInt()
  val metres = Metres(step(7L))
  var boxed: Int? = step(3)
  boxed = boxed?.plus(step(4))
  val flag = step(true) and (step(false) or (i == 1)) xor (boxed == 7)
  val shifted = step(1L) shl step(3)
  return "${array.toList()} ${bytes[0]} $u $metres $boxed $flag $shifted ${i++ + step(i)} ${-step(2.5f)}"
}

@Coroutine
fun captured_variables(): Any? {
  var count = 0
  val add = { n: Int -> count += n; count }
  var last: String? = null
  fun remember(text: String) { last = text }
  val later by lazy { count * 100 }
  for (i in 1..3) {
    step(add(i))
    remember(step("r$i"))
    count += step(i)
  }
  val listener = object : Comparable<Int> {
    override fun compareTo(other: Int) = count - other
  }
  return "$count $last ${step(later)} ${listener.compareTo(step(1))} ${listener > 2}"
}

@Coroutine
fun loops_and_labels(): Any? {
  var i = 0
  var text = ""
  do {
    val next = step(i++)
    if (next == 2) continue
    text += next
  } while (step(next) < 4)
  while (true) {
    if (step(i) < 3) break
    i--
    text += if (i % 2 == 0) { step("even"); "e" } else step("odd")
  }
  return text + i
}

/** A sequence is a state machine of Kotlin's own; it is left as it is. */
@Coroutine
fun beside_a_state_machine(): Any? {
  val powers = sequence {
    var a = 1
    while (true) {
      yield(a)
      a *= 2
    }
  }
  var text = ""
  for (n in powers) {
    if (step(n) > 10) break
    text += n
  }
  return text
}

class Resource(private val name: String) : AutoCloseable {
  override fun close() { Trace.say("close $name") }

  @Coroutine operator fun get(index: Int): String = step(name + index)

  @Coroutine operator fun plus(other: String): Resource = Resource(name + step(other))

  @Coroutine infix fun then(other: Resource): String = this[0] + other[step(1)]

  companion object {
    @Coroutine fun open(name: String): Resource { step("open $name"); return Resource(name) }
  }
}

@Coroutine private fun String.twice(): String = step(this) + step(this)

@Coroutine private tailrec fun countdown(n: Int, text: String): String =
  if (step(n) == 0) text else countdown(n - 1, text + n)

@Coroutine
fun operators_extensions_and_companions(): Any? {
  val text = Resource.open("a").use { a ->
    Resource.open(step("b")).use { b -> (a + "c" then b) + a[step(2)] }
  }
  return text + step("t").twice() + countdown(3, "")
}
