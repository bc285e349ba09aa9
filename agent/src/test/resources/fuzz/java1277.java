// release 17
package dev.weft.fuzz;
import static dev.weft.behaviour.Trace.step;
import dev.weft.Coroutine;
final class Program {
  private int field;
  private Program(int field) { this.field = field; }
  @Coroutine static int f1(boolean p1, int p2, long p3, int p4, int p5) throws Throwable {
    if (p1) {
      Scene.Shape shape2 = ((Scene.Shape) (step(p1) ? (Scene.Shape) new Scene.Square(2) : step(((Scene.Shape) (switch (step(step(Integer.MIN_VALUE)) & 3) { case 0 -> ((Scene.Shape) new Scene.Square((((int[]) null)[p2 & 3] += 100000))); case 1 -> { yield (Scene.Shape) (((Scene.Shape) new Scene.Square(Integer.MAX_VALUE)));} case 2 -> { yield (Scene.Shape) (((Scene.Shape) (p1 ? new Scene.Point(p5, step(0L)) : new Scene.Square(7)))); } default -> ((Scene.Shape) (new Scene.Point()).mixed((byte) 0, p3, ((Object) (p2)), 0f, 0d)); })))));
    }
    return p2;
  }
  @Coroutine static Object program() throws Throwable {
    Scene.reset();
    step("start");
    return (Object) "o";
  }
}
