package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import dev.weft.weaving.Woven;
import org.junit.jupiter.api.Test;

@Woven
class ConversationTest {
  @Coroutine
  static Generator<Integer, Integer, String> conversation(int x) {
    int y = Coroutines.yield(x);
    int z = Coroutines.yield(x + y);
    return Coroutines.done(x + "," + y + "," + z);
  }

  @Test
  void values_go_both_ways_and_the_result_comes_last() {
    Generator<Integer, Integer, String> generator = conversation(10);
    assertThat(generator.next()).isEqualTo(10);
    assertThat(generator.send(100)).isEqualTo(110);
    assertThatThrownBy(() -> generator.send(200))
        .isInstanceOfSatisfying(
            StopIteration.class, stop -> assertThat(stop.value()).isEqualTo("10,100,200"));
    assertThat(generator.result()).isEqualTo("10,100,200");
  }
}
