package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Loaders;
import dev.weft.programs.Tour;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Class loaders that ask their parent last, each with a copy of the library of its own. */
class LoadersIT {
  @Test
  void each_loader_has_its_classes_woven() {
    assertThat(ForkedJvm.woven().run(Loaders.class, "twice").output().lines())
        .containsExactly(Tour.EXPECTED, "false", Tour.EXPECTED, "false");
  }

  @Test
  void threads_that_load_the_same_classes_at_once_run_the_same_code() {
    assertThat(ForkedJvm.woven().run(Loaders.class, "threads").output().lines())
        .isEqualTo(Collections.nCopies(8, Tour.EXPECTED));
  }

  @Test
  void two_loaders_that_install_the_agent_each_have_one_that_weaves_for_them_and_their_parent() {
    ForkedJvm jvm = ForkedJvm.plain().first(ForkedJvm.agentJar());
    ForkedJvm.Result result = jvm.run(Loaders.class, "installing");
    assertThat(result.out().lines())
        .containsExactly(Tour.EXPECTED, "false", Tour.EXPECTED, "false");
    assertThat(result.err().lines())
        .containsOnlyOnce("[weft] runs already; these options change nothing: log")
        .filteredOn(("[weft] wove " + Tour.class.getName())::equals)
        .hasSize(3);
  }
}
