package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.agent.rewrite.model.WeavingOptions;
import org.junit.jupiter.api.Test;

class BuildOptionsTest {
  @Test
  void without_options_live_variables_are_kept_and_refusals_fail() {
    assertThat(BuildOptions.parse("")).isEqualTo(new BuildOptions(WeavingOptions.NONE, true));
    assertThat(BuildOptions.parse("locals=live,refusals=fail"))
        .isEqualTo(new BuildOptions(WeavingOptions.NONE, true));
  }

  @Test
  void options_are_separated_by_commas_with_or_without_spaces() {
    assertThat(BuildOptions.parse("locals=scope, refusals=warn"))
        .isEqualTo(new BuildOptions(new WeavingOptions(true, false), false));
  }

  @Test
  void tracking_has_to_be_asked_for() {
    BuildOptions tracked = new BuildOptions(new WeavingOptions(false, true), true);
    assertThat(BuildOptions.parse("track")).isEqualTo(tracked);
    assertThat(BuildOptions.parse("track=true,locals=live")).isEqualTo(tracked);
  }

  @Test
  void an_unknown_one_is_named() {
    assertThatThrownBy(() -> BuildOptions.parse("locals=scope,log"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown option 'log' of the build plugin; known are locals=live");
  }
}
