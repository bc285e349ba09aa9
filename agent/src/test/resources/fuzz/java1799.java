// release 17
package dev.weft.fuzz;
import static dev.weft.behaviour.Trace.step;
import dev.weft.Coroutine;
final class Program {
  private int field;
  private Program(int field) { this.field = field; }
  @Coroutine final Object[] f1(long[] p1) throws Throwable {
    try {
      try (Scene.Resource resource2 = new Scene.Resource(((int) (1d))); Scene.Resource resource3 = new Scene.Resource(7)) {
        try {
          if (step((false || true))) {
          }
        }
        catch (Throwable thrown4) {
          step(Scene.name(thrown4));
          choice5: switch (Scene.Colour.of(((Scene.cut(Scene.text(((Object) (true ? (Object) null : (Object) 5))) + ((((double[][]) (switch (1 & 3) { case 0 -> new double[4][4]; case 1 -> { yield (double[][]) (new double[4][4]);} case 2 -> { yield (double[][]) (new double[4][4]); } default -> new double[4][4]; })))[(new int[4])[field & 3]++ & 3][field & 3]) + (((char) (step(1 / 0d)))))).length() * ((int) (step(Integer.valueOf(step(field)))))))) {
            case RED: {
              if ((((((long) ((((Object) 5) instanceof String) ? step(1L) : --(p1)[(field - field) & 3]))) <= (((char) (step((byte) 0))))) || step(step(((((Object) (new int[4]))) instanceof String))))) break choice5;
              step(((((double[][]) (step(((boolean) (switch (step(field) & 3) { case 0 -> (("a") == null); case 1 -> { yield (boolean) ((("\u00e4\uffff") == null));} case 2 -> { yield (boolean) ((((Object) "o") instanceof String)); } default -> true; }))) ? step(new double[4][4]) : new double[4][4])))[field & 3][field & 3] -= 2.5));
            }
            case GREEN: {
            }
            case BLUE: {
            }
            break choice5;
            default: {
            }
          }
        }
      }
      catch (Exception thrown6) {
      }
    }
    catch (RuntimeException thrown7) {
      step(Scene.name(thrown7));
    }
    finally {
    }
    return new Object[] {null, 1, "x", 'y'};
  }
  @Coroutine double f8(double p1) throws Throwable {
    loop9: for (Object i10 : java.util.Arrays.<Object>asList((Object) (Integer.valueOf(((step(((int[]) (step(true) ? (int[]) null : new int[] {1, 2, 3, 4}))))[(step("a")).length() & 3] += ((step(step((Scene.Point) null))).i = (step(new long[4])).length)))), (Object) (Integer.valueOf(step(((int) (switch (("a").length() & 3) { case 0 -> step((new int[] {1, 2, 3, 4})[field & 3]++); case 1 -> { yield (int) (step((((Scene.Point) null).i = 100000)));} case 2 -> { yield (int) (step(field)); } default -> step(step(1)); }))))), (Object) (Integer.valueOf(step((field = (step(field)))))))) {
    }
    return ((double) (((((long) (switch (field & 3) { case 0 -> (step(0L) >> step(field)); case 1 -> { yield (long) (step(5000000000L));} case 2 -> { yield (long) (step(--(new long[4])[field & 3])); } default -> ((long) (((boolean) (switch (field & 3) { case 0 -> false; case 1 -> { yield (boolean) (false);} case 2 -> { yield (boolean) (true); } default -> true; })) ? (new Scene.Point()).twice(5000000000L) : step(-2L))); }))) == ((p1 = (((step(new Scene.Wide(1))).d *= p1))))) ? ((new double[4][4])[(Scene.ints += step(field)) & 3][field & 3] -= step(1d)) : p1));
  }
  @Coroutine private char f11(byte[] p1) throws Throwable {
    final Scene.Point captured12 = (step(new Scene.Point(((long) (step(true) ? step(-2L) : step(Long.MIN_VALUE))), ((Object) (Scene.cut(new StringBuilder(((int) (switch (field & 3) { case 0 -> field; case 1 -> { yield (int) (field);} case 2 -> { yield (int) (field); } default -> field; })) & 7).append((field)).append((field)).toString()))), 0d, field))).mixed((byte) 0, 0L, ((Object) (field)), 0f, 0d);
    Scene.Function function15 = (first13, second14) -> {
      return ((Object) (first13));
    };
    step(function15.apply(field, ((Object) (field))));
    return 'a';
  }
  @Coroutine static Object program() throws Throwable {
    Scene.reset();
    step("start");
    return (Object) "o";
  }
}
