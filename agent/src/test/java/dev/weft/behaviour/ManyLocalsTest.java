package dev.weft.behaviour;

import static dev.weft.behaviour.Trace.say;
import static dev.weft.behaviour.Trace.step;

import dev.weft.Coroutine;
import dev.weft.weaving.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of very many parameters and local variables. */
class ManyLocalsTest {
  static Stream<Named<String>> programs() {
    return Differential.programs(ManyLocalsTest.class);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void runs_the_same_however_it_suspends(String program) {
    Differential.check(ManyLocalsTest.class, program);
  }

  /** Turns its parameters round for three calls. */
  @Coroutine
  private static Object turned(
      int i0,
      int i1,
      int i2,
      int i3,
      int i4,
      int i5,
      int i6,
      int i7,
      int i8,
      int i9,
      int i10,
      int i11,
      int i12,
      int i13,
      int i14,
      int i15,
      int i16,
      int i17,
      int i18,
      int i19,
      double d0,
      float f0,
      double d1,
      float f1,
      double d2,
      float f2,
      double d3,
      float f3,
      double d4,
      float f4,
      double d5,
      float f5,
      double d6,
      float f6,
      double d7,
      float f7,
      double d8,
      float f8,
      double d9,
      float f9,
      Object o0,
      Object o1,
      Object o2,
      Object o3,
      Object o4,
      Object o5,
      Object o6,
      Object o7,
      Object o8,
      Object o9,
      Object o10,
      Object o11,
      Object o12,
      Object o13,
      Object o14,
      Object o15,
      Object o16,
      Object o17,
      Object o18,
      Object o19,
      long last) {
    step(i0);
    say(i19 + " " + d9 + " " + f9 + " " + o19 + " " + last);
    step(o0);
    if (last == 3) {
      return new Object[] {
        i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14, i15, i16, i17, i18, i19,
        d0, f0, d1, f1, d2, f2, d3, f3, d4, f4, d5, f5, d6, f6, d7, f7, d8, f8, d9, f9, o0, o1, o2,
        o3, o4, o5, o6, o7, o8, o9, o10, o11, o12, o13, o14, o15, o16, o17, o18, o19, last
      };
    }
    Object below =
        turned(
            i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14, i15, i16, i17, i18, i19,
            i0, d1, f1, d2, f2, d3, f3, d4, f4, d5, f5, d6, f6, d7, f7, d8, f8, d9, f9, d0, f0, o1,
            o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, o12, o13, o14, o15, o16, o17, o18, o19, o0,
            last + 1);
    step(last);
    return new Object[] {below, i0, d0, f0, o0, i19, d9, f9, o19};
  }

  @Case("LO-24")
  @Coroutine
  static Object sixty_one_parameters() {
    return turned(
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0.5, 0.25f, 1.5,
        1.25f, 2.5, 2.25f, 3.5, 3.25f, 4.5, 4.25f, 5.5, 5.25f, 6.5, 6.25f, 7.5, 7.25f, 8.5, 8.25f,
        9.5, 9.25f, "o0", "o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "o9", "o10", "o11", "o12",
        "o13", "o14", "o15", "o16", "o17", "o18", "o19", 1L);
  }

  @Case("LO-24")
  @Coroutine
  static Object eighty_two_doubles_in_a_loop() {
    double start = step(0.5);
    double v0 = 0 + start;
    double v1 = 1 + start;
    double v2 = 2 + start;
    double v3 = 3 + start;
    double v4 = 4 + start;
    double v5 = 5 + start;
    double v6 = 6 + start;
    double v7 = 7 + start;
    double v8 = 8 + start;
    double v9 = 9 + start;
    double v10 = 10 + start;
    double v11 = 11 + start;
    double v12 = 12 + start;
    double v13 = 13 + start;
    double v14 = 14 + start;
    double v15 = 15 + start;
    double v16 = 16 + start;
    double v17 = 17 + start;
    double v18 = 18 + start;
    double v19 = 19 + start;
    double v20 = 20 + start;
    double v21 = 21 + start;
    double v22 = 22 + start;
    double v23 = 23 + start;
    double v24 = 24 + start;
    double v25 = 25 + start;
    double v26 = 26 + start;
    double v27 = 27 + start;
    double v28 = 28 + start;
    double v29 = 29 + start;
    double v30 = 30 + start;
    double v31 = 31 + start;
    double v32 = 32 + start;
    double v33 = 33 + start;
    double v34 = 34 + start;
    double v35 = 35 + start;
    double v36 = 36 + start;
    double v37 = 37 + start;
    double v38 = 38 + start;
    double v39 = 39 + start;
    double v40 = 40 + start;
    double v41 = 41 + start;
    double v42 = 42 + start;
    double v43 = 43 + start;
    double v44 = 44 + start;
    double v45 = 45 + start;
    double v46 = 46 + start;
    double v47 = 47 + start;
    double v48 = 48 + start;
    double v49 = 49 + start;
    double v50 = 50 + start;
    double v51 = 51 + start;
    double v52 = 52 + start;
    double v53 = 53 + start;
    double v54 = 54 + start;
    double v55 = 55 + start;
    double v56 = 56 + start;
    double v57 = 57 + start;
    double v58 = 58 + start;
    double v59 = 59 + start;
    double v60 = 60 + start;
    double v61 = 61 + start;
    double v62 = 62 + start;
    double v63 = 63 + start;
    double v64 = 64 + start;
    double v65 = 65 + start;
    double v66 = 66 + start;
    double v67 = 67 + start;
    double v68 = 68 + start;
    double v69 = 69 + start;
    double v70 = 70 + start;
    double v71 = 71 + start;
    double v72 = 72 + start;
    double v73 = 73 + start;
    double v74 = 74 + start;
    double v75 = 75 + start;
    double v76 = 76 + start;
    double v77 = 77 + start;
    double v78 = 78 + start;
    double v79 = 79 + start;
    double v80 = 80 + start;
    double v81 = 81 + start;
    for (int turn = 0; turn < 3; turn++) {
      v0 += v1 / 1024;
      v1 += v2 / 1024;
      v2 += v3 / 1024;
      v3 += v4 / 1024;
      v4 += v5 / 1024;
      v5 += v6 / 1024;
      v6 += v7 / 1024;
      v7 += v8 / 1024;
      v8 += v9 / 1024;
      v9 += v10 / 1024;
      v10 += v11 / 1024;
      v11 += v12 / 1024;
      v12 += v13 / 1024;
      v13 += v14 / 1024;
      v14 += v15 / 1024;
      v15 += v16 / 1024;
      v16 += v17 / 1024;
      v17 += v18 / 1024;
      v18 += v19 / 1024;
      v19 += v20 / 1024;
      v20 += v21 / 1024;
      v21 += v22 / 1024;
      v22 += v23 / 1024;
      v23 += v24 / 1024;
      v24 += v25 / 1024;
      v25 += v26 / 1024;
      v26 += v27 / 1024;
      v27 += v28 / 1024;
      v28 += v29 / 1024;
      v29 += v30 / 1024;
      v30 += v31 / 1024;
      v31 += v32 / 1024;
      v32 += v33 / 1024;
      v33 += v34 / 1024;
      v34 += v35 / 1024;
      v35 += v36 / 1024;
      v36 += v37 / 1024;
      v37 += v38 / 1024;
      v38 += v39 / 1024;
      v39 += v40 / 1024;
      v40 += v41 / 1024;
      v41 += v42 / 1024;
      v42 += v43 / 1024;
      v43 += v44 / 1024;
      v44 += v45 / 1024;
      v45 += v46 / 1024;
      v46 += v47 / 1024;
      v47 += v48 / 1024;
      v48 += v49 / 1024;
      v49 += v50 / 1024;
      v50 += v51 / 1024;
      v51 += v52 / 1024;
      v52 += v53 / 1024;
      v53 += v54 / 1024;
      v54 += v55 / 1024;
      v55 += v56 / 1024;
      v56 += v57 / 1024;
      v57 += v58 / 1024;
      v58 += v59 / 1024;
      v59 += v60 / 1024;
      v60 += v61 / 1024;
      v61 += v62 / 1024;
      v62 += v63 / 1024;
      v63 += v64 / 1024;
      v64 += v65 / 1024;
      v65 += v66 / 1024;
      v66 += v67 / 1024;
      v67 += v68 / 1024;
      v68 += v69 / 1024;
      v69 += v70 / 1024;
      v70 += v71 / 1024;
      v71 += v72 / 1024;
      v72 += v73 / 1024;
      v73 += v74 / 1024;
      v74 += v75 / 1024;
      v75 += v76 / 1024;
      v76 += v77 / 1024;
      v77 += v78 / 1024;
      v78 += v79 / 1024;
      v79 += v80 / 1024;
      v80 += v81 / 1024;
      v81 += v0 / 1024;
      step(v0);
    }
    return v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16
        + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31
        + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46
        + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59 + v60 + v61
        + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74 + v75 + v76
        + v77 + v78 + v79 + v80 + v81;
  }
}
