package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class StopIterationTest {
  @Test
  void it_is_what_iterators_throw_at_their_end() {
    assertThat(new StopIteration())
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("the generator has ended")
        .hasNoCause();
  }

  @Test
  void it_carries_a_value_or_null() {
    Object value = new Object();
    assertThat(new StopIteration(value).value()).isSameAs(value);
    assertThat(new StopIteration().value()).isNull();
    assertThat(new StopIteration(null).value()).isNull();
  }

  @Test
  void it_has_no_stack_trace() {
    StopIteration stop = new StopIteration();
    assertThat(stop.getStackTrace()).isEmpty();
    assertThat(stop.fillInStackTrace()).isSameAs(stop);
    assertThat(stop.getStackTrace()).isEmpty();
  }

  @Test
  void the_signal_to_close_has_none_either_and_is_no_Exception() {
    GeneratorExit exit = new GeneratorExit();
    assertThat(exit.getStackTrace()).isEmpty();
    assertThat((Throwable) exit)
        .isNotInstanceOf(Exception.class)
        .hasMessage("the generator is being closed");
  }
}
