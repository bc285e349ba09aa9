package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.find.SoakPolicy;
import dev.weft.agent.rewrite.model.WeavingOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {
  @Test
  void none_is_the_default() {
    AgentOptions options = AgentOptions.parse("");
    assertThat(options.dump()).isEmpty();
    assertThat(options.weaving()).isEqualTo(WeavingOptions.NONE);
    assertThat(options.log()).isFalse();
    assertThat(options.policy()).isSameAs(CoroutinePolicy.ANNOTATED);
  }

  @Test
  void they_are_separated_by_commas_and_may_have_blanks() {
    AgentOptions options = AgentOptions.parse("dump=some/where, locals=scope,,log");
    assertThat(options.dump()).contains(Path.of("some/where"));
    assertThat(options.weaving()).isEqualTo(new WeavingOptions(true, false));
    assertThat(options.log()).isTrue();
    assertThat(AgentOptions.parse("locals=scope,locals=live").weaving())
        .isEqualTo(WeavingOptions.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"track", "track=true", "track,locals=live"})
  void tracking_has_to_be_asked_for(String text) {
    assertThat(AgentOptions.parse(text).weaving()).isEqualTo(new WeavingOptions(false, true));
  }

  @Test
  void packages_to_soak_are_separated_by_colons() {
    AgentOptions options = AgentOptions.parse("soak=org.one:org.two.three,soak.every=7");
    assertThat(options.policy()).isEqualTo(new SoakPolicy(List.of("org/one/", "org/two/three/")));
    assertThat(options.soakEvery()).isEqualTo(7);
    assertThat(options.policy().soaks("org/one/sub/Type")).isTrue();
    assertThat(options.policy().soaks("org/oneself/Type")).isFalse();
  }

  @Test
  void a_pattern_with_a_star_used_to_soak_nothing() {
    AgentOptions options = AgentOptions.parse("soak=org.one.*:org.two.**");
    assertThat(options.policy().soaks("org/one/sub/Type")).isTrue();
    assertThat(options.policy().soaks("org/two/Type")).isTrue();
    assertThat(options.policy().soaks("org/oneself/Type")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logs",
        "log=yes",
        "dump",
        "dump=",
        "locals=all",
        "soak",
        "soak.every=often",
        "=",
        "track=no",
        "report"
      })
  void what_is_unknown_is_named_with_what_is_known(String text) {
    assertThatThrownBy(() -> AgentOptions.parse("log," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Weft: unknown agent option '%s'; known are dump=DIRECTORY, locals=live, locals=scope,"
                + " log, track, soak=PACKAGES and soak.every=N",
            text);
  }
}
