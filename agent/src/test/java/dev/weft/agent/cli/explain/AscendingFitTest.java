package dev.weft.agent.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AscendingFitTest {
  private static double[] fit(double... values) {
    AscendingFit fit = new AscendingFit();
    for (double value : values) {
      fit.add(value, 1);
    }
    return fit.values();
  }

  @Test
  void what_ascends_stays() {
    assertThat(fit(1, 2, 2, 5)).containsExactly(1, 2, 2, 5);
  }

  @Test
  void what_is_out_of_order_meets_in_the_middle() {
    assertThat(fit(1, 5, 3, 9)).containsExactly(1, 4, 4, 9);
    assertThat(fit(3, 2, 1)).containsExactly(2, 2, 2);
  }

  @Test
  void the_heavier_moves_less() {
    AscendingFit fit = new AscendingFit();
    fit.add(4, 3);
    fit.add(0, 1);
    assertThat(fit.values()).containsExactly(3, 3);
  }
}
