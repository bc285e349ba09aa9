import dev.weft.*
@Coroutine Generator<Integer, Integer, String> conversation(int x) {
  int y = Coroutines.yield(x);
  int z = Coroutines.yield(x + y);
  return Coroutines.done("x=" + x + " y=" + y + " z=" + z);
}
var talk = conversation(10)
System.out.println(talk.next() + " " + talk.send(100) + " " + talk.state())
Generator<Integer, Void, Integer> lambda = Generator.of(out -> { out.yield(1); return 3; })
System.out.println(lambda.next())
class Asking { @Coroutine static int twice() { Coroutines.yield(5); return 6; } }
@Coroutine Iterator<Integer> numbers() { Coroutines.yield(Asking.twice()); return Coroutines.end(); }
numbers().forEachRemaining(System.out::println)
@Coroutine Iterator<Integer> numbers() { Coroutines.yield(Asking.twice() + 1); return Coroutines.end(); }
numbers().forEachRemaining(System.out::println)
/exit
