package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BuildOptionsTest {
  @Test
  void without_options_live_variables_are_kept_and_refusals_fail() {
    assertThat(BuildOptions.parse("")).isEqualTo(new BuildOptions(false, true));
    assertThat(BuildOptions.parse("locals=live,refusals=fail"))
        .isEqualTo(new BuildOptions(false, true));
  }

  @Test
  void options_are_separated_by_commas_with_or_without_spaces() {
    assertThat(BuildOptions.parse("locals=scope, refusals=warn"))
        .isEqualTo(new BuildOptions(true, false));
  }

  @Test
  void an_unknown_one_is_named() {
    assertThatThrownBy(() -> BuildOptions.parse("locals=scope,log"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown option 'log' of the build plugin; known are locals=live");
  }
}
