package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.soaked.Ledger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A soaked program does what it does unwoven, though its calls suspend. */
class SoakIT {
  private static final Pattern SUSPENSIONS =
      Pattern.compile("\\[weft\\] soak: ([\\d,.\\h]+) suspensions\\R");

  private static int suspensions(ForkedJvm.Result result) {
    Matcher line = SUSPENSIONS.matcher(result.err());
    assertThat(line.matches()).as(result.err()).isTrue();
    return Integer.parseInt(line.group(1).replaceAll("\\D", ""));
  }

  private static ForkedJvm.Result soaked(String options) {
    return ForkedJvm.plain()
        .agent(ForkedJvm.agentJar(), options)
        .with("-Xverify:all")
        .run(Ledger.class);
  }

  @ParameterizedTest
  @CsvSource({"'', 2000, 3000", "',soak.every=7', 250, 350", "',soak.every=0', 850, 1200"})
  void it_prints_the_same_however_often_it_suspends(String option, int least, int most) {
    ForkedJvm.Result plain = ForkedJvm.plain().run(Ledger.class);
    ForkedJvm.Result soaked = soaked("soak=com.example.soaked" + option);
    assertThat(soaked.out()).isEqualTo(plain.out()).isNotEmpty();
    assertThat(soaked.exit()).isZero();
    assertThat(suspensions(soaked)).isBetween(least, most);
  }

  @Test
  void other_packages_are_left_alone() {
    ForkedJvm.Result soaked = soaked("soak=com.example.other:org.example,log");
    assertThat(soaked.err()).isEmpty();
  }
}
