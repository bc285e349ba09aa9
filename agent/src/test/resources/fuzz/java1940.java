// release 17
package dev.weft.fuzz;
import static dev.weft.behaviour.Trace.step;
import dev.weft.Coroutine;
final class Program {
  private int field;
  private Program(int field) { this.field = field; }
  @Coroutine final Scene.Point f1(Scene.Shape p1, long[] p2) throws Throwable {
    loop2: {
      if (step(true)) {
        int int4 = ((int) (step(((Integer) (step(step(100000)))))));
      }
      else {
        int i6 = 0;
        loop5: while (i6++ < 3 && false) {
          final char captured7 = ((char) (((short) (((((Scene.Point) (switch (field & 3) { case 0 -> ((Scene.Point) (switch (Integer.MIN_VALUE & 3) { case 0 -> new Scene.Wide(1); case 1 -> { yield (Scene.Point) ((Scene.Point) null);} case 2 -> { yield (Scene.Point) ((Scene.Point) null); } default -> new Scene.Point(); })); case 1 -> { yield (Scene.Point) ((new Scene.Wide(1)).mixed((byte) -1, Long.MAX_VALUE, ((Object) ((byte) 200)), 0f, Double.longBitsToDouble(-9L)));} case 2 -> { yield (Scene.Point) (step(new Scene.Wide(1))); } default -> new Scene.Wide(Integer.MAX_VALUE); }))).d *= step(((double) (true ? 1 / 0d : 0d))))))));
          Scene.Function function10 = (first8, second9) -> {
            step((new long[] {0L, step((((long) (((byte) (switch (Integer.MIN_VALUE & 3) { case 0 -> (byte) 0; case 1 -> { try { yield (byte) ((byte) 200); } catch (RuntimeException caught11) { yield (byte) ((byte) 0); } finally { step(true); } } case 2 -> { yield (byte) ((byte) 200); } default -> (byte) 1; })))) >> step(first8))), ((long) (switch (step(first8) & 3) { case 0 -> 1L; case 1 -> { try { yield (long) (((long) (switch ((first8 = ((new long[] {1, 2, 3, 4}).length)) & 3) { case 0 -> ((step(new Scene.Point())).l += Long.MIN_VALUE); case 1 -> { yield (long) (step(((new long[4])[100000 & 3] += -2L)));} case 2 -> { yield (long) (--((new long[] {Long.MIN_VALUE, 1L, 5000000000L, 1L}))[first8 & 3]); } default -> -2L; }))); } catch (RuntimeException caught12) { yield (long) (step(((long) (switch (((int) (true ? 1 : first8)) & 3) { case 0 -> ((long) (switch (first8 & 3) { case 0 -> 0L; case 1 -> { try { yield (long) (Long.MIN_VALUE); } catch (RuntimeException caught13) { yield (long) (-2L); } finally { step(Double.NaN); } } case 2 -> { yield (long) (1L); } default -> 0L; })); case 1 -> { yield (long) (((new Scene.Wide(1)).l += Long.MIN_VALUE));} case 2 -> { yield (long) (step(Long.MIN_VALUE)); } default -> step(0L); })))); } } case 2 -> { yield (long) (1L); } default -> ((long) (switch (((int) (switch ((((Scene.Point) null).i = first8) & 3) { case 0 -> first8; case 1 -> { yield (int) (first8);} case 2 -> { yield (int) (100000); } default -> first8; })) & 3) { case 0 -> Long.MIN_VALUE; case 1 -> { yield (long) (1L);} case 2 -> { yield (long) (Long.MIN_VALUE); } default -> Long.MIN_VALUE; })); })), Long.MAX_VALUE}));
            return (Object) null;
          };
          step(function10.apply(field, ((Object) (-2L))));
        }
      }
    }
    return (Scene.Point) null;
  }
  @Coroutine private char f14(String p1) throws Throwable {
    step(new double[4 + ((((new int[] {((int) (switch ((field & field) & 3) { case 0 -> ((int) (false ? Integer.MIN_VALUE : field)); case 1 -> { yield (int) (((int) (false ? 7 : field)));} case 2 -> { yield (int) ((field / field)); } default -> field; })), 7, (field = (field)), field++}))[(field = (((int) (step(0L))))) & 3] += field) & 1)][4 + (step((new Program(((int) (true ? field : 7))).f1(step((Scene.Shape) new Scene.Point(1, 2)), step(new long[4]))).area(field++)) & 1)]);
    choice15: switch ((((String) (true ? "text" : p1))).length()) {
      case -1: {
        if (step(true)) {
          try (Scene.Resource resource16 = new Scene.Resource(((int) (((((step(new Scene.Point())).l += 0L)) < (field)) ? field : field)))) {
          }
        }
      }
    }
    return 'a';
  }
  @Coroutine static Object program() throws Throwable {
    Scene.reset();
    step("start");
    return (Object) "o";
  }
}
