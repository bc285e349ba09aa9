package dev.weft.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalePageTest {
  @Test
  void has_a_table_for_each_panel() {
    assertThat(ScalePage.of(Samples.panels(), "scale.svg", "JDK 25, 2 cores"))
        .isEqualTo(
            """
            # How the cost of a switch grows

            ![ns per switch](scale.svg)

            Nanoseconds of processor time per switch.

            | suspended generators | coroutine | by hand |
            | --- | ---: | ---: |
            | 1,000 | 0.50 | 0.30 |
            | 1,000,000 | 7.00 | 5.00 |

            | calls | coroutine |
            | --- | ---: |
            | 1,000 | 2.00 |
            | 1,000,000 | 2.25 |

            JDK 25, 2 cores.
            """);
  }
}
