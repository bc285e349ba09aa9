package dev.weft.behaviour

import dev.weft.Coroutine
import dev.weft.behaviour.Trace.{say, step}

sealed trait Expr
case class Num(value: Int) extends Expr
case class Add(left: Expr, right: Expr) extends Expr
case class Neg(of: Expr) extends Expr
case class Name(text: String) extends Expr

object Even {
  def unapply(n: Int): Option[Int] = if (n % 2 == 0) Some(n / 2) else None
}

class Holder(val value: Any, val more: Long = 3L) {
  override def toString = "Holder(" + value + "," + more + ")"
}

trait Greeting {
  @Coroutine def greet(name: String): String
  @Coroutine def own(n: Int): String
}

class Loud extends Greeting {
  @Coroutine override def own(n: Int): String = "!" * step(n)
  @Coroutine override def greet(name: String): String = step("hello ") + name + own(name.length)
  @Coroutine def twice(name: String): String = greet(step(name.toUpperCase)) + greet(name)
}

object ScalaPrograms {
  private def exprs: List[Expr] =
    List(Num(1), Add(Num(2), Name("a")), Neg(Add(Num(4), Num(5))), Name(""), Neg(Neg(Num(6))))

  @Coroutine def show(e: Expr): String = step(e) match {
    case Num(Even(half)) if step(half) > 2 => "large even " + step(half)
    case Num(n) => step(n.toString)
    case Add(Num(a), Num(b)) => step(a + b).toString
    case Add(l, r) => "(" + show(l) + step("+") + show(r) + ")"
    case Neg(Neg(inner)) => show(inner) + step("twice")
    case Neg(inner) => "-" + show(inner)
    case Name(text) if step(text).isEmpty => "empty"
    case n: Name => n.text + step(1L)
  }

  @Coroutine def pattern_matching(): AnyRef = {
    var all = ""
    var rest = exprs
    while (rest.nonEmpty) {
      all += show(rest.head) + ";"
      rest = rest match {
        case _ :: tail => step("tail"); tail
        case Nil => Nil
      }
    }
    val pair: (Any, Any) = (step(1), step("two"))
    all += (pair match {
      case (n: Int, s: String) if step(s) == "two" => n + step(s)
      case _ => "other"
    })
    all
  }

  /** The variables that closures share live in boxes of their own. */
  @Coroutine def boxed_variables(): AnyRef = {
    var count = 0
    var total = 1L
    var text = "t"
    val add = (n: Int) => { count += n; total *= 2; text += n; count }
    var i = 0
    while (i < 3) {
      step(add(i + 1))
      count += step(i)
      total += step(2L)
      text = text + step("s")
      i += 1
    }
    s"$count $total $text ${step(add(10))}"
  }

  @Coroutine def deep_expressions(): AnyRef = {
    val a = step(1)
    val x = a + (2 * (step(3) + (if (step(true)) 4 else step(5)) * { val t = step(6); t + step(t) }))
    val t = try step(7) catch { case e: IllegalStateException => step(8) } finally say("f")
    val y = 5L + t * x
    val z = new Holder(step("h"), if (x > 0) step(9L) else 1L).toString + new Holder(new Holder(step(1.5f)), step(2L))
    "" + x + y + z + List(step('c'), step(2.5), List(step("in"), null)).toString
  }

  @Coroutine def try_as_a_value(): AnyRef = {
    var text = ""
    var i = 0
    while (i < 3) {
      val value =
        try {
          if (step(i) == 1) throw new IllegalArgumentException("one")
          step("tried")
        } catch {
          case e: IllegalArgumentException => step("caught " + e.getMessage)
        } finally {
          step("finally")
        }
      text += new Holder(value, step(i.toLong))
      i += 1
    }
    text
  }

  @Coroutine def lazy_values(): AnyRef = {
    lazy val once = { say("evaluated"); 5 }
    var sum = 0
    var i = 0
    while (i < 3) {
      if (step(i) > 0) sum += once + step(once)
      i += 1
    }
    Int.box(sum)
  }

  private def twice(value: => Int): Int = value + value

  @Coroutine def by_name_and_collections(): AnyRef = {
    var evaluated = 0
    val start = step(2)
    val sum = twice { evaluated += 1; start * 10 }
    val made = for (a <- List(1, 2, start); b <- Seq(a, sum) if b > 1) yield a * b
    var text = ""
    val it = made.iterator
    while (it.hasNext) text += step(it.next()) + ","
    text + evaluated + step(made.map(_ + sum).sum)
  }

  @Coroutine def named_and_default(first: Int, second: String = "d", third: Long = 4L): String =
    s"${step(first)}$second${step(third)}"

  @Coroutine def default_named_and_variable_arguments(): AnyRef = {
    val text = named_and_default(1) + named_and_default(third = step(5L), first = step(2))
    text + joined(step("-"), step(1), step("x")) + joined("e")
  }

  @Coroutine def joined(separator: String, all: Any*): String = {
    var text = ""
    val it = all.iterator
    while (it.hasNext) text += step(separator) + it.next()
    text
  }

  @Coroutine def loops_and_returns(): AnyRef = {
    var i = 0
    while (step(i) < 10) {
      do i += 1 while (step(i) % 3 != 0)
      if (i == 6) return "six " + step(i)
    }
    "never"
  }

  @Coroutine def traits(): AnyRef = {
    val g: Greeting = new Loud
    g.greet("a") + new Loud().twice(step("bc")) + ((() => 5): () => Int)()
  }

  @scala.annotation.tailrec
  @Coroutine final def down(n: Int, text: String): String =
    if (step(n) == 0) text else down(n - 1, text + n)

  @Coroutine def tail_calls_and_options(): AnyRef = {
    val option = if (step(true)) Some(step(3)) else None
    val value = option match { case Some(v) => v; case None => step(0) }
    val either: Either[String, Int] = if (step(value) > 5) Left("l") else Right(step(1))
    val array = Array(1, step(2), 3)
    array(step(0)) += step(10)
    down(value, "") + either + array.mkString(step(":")) + (step(1) == 1 && step(2L) > 1 || step(false))
  }
}
