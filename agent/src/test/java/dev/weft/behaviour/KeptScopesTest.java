package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.WeavingLoader;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The option for debugging keeps variables while they are in scope, dead or not. */
@Case({"ML-03", "DB-03"})
class KeptScopesTest {
  static final class Program implements Callable<Object> {
    @Coroutine
    static Generator<Object, Object, Object> program(String parameter) {
      String dead = parameter + "!";
      {
        int inner = dead.length();
        Coroutines.yield(inner);
      }
      Coroutines.yield(2);
      return Coroutines.done();
    }

    @Override
    public Object call() {
      Generator<Object, Object, Object> generator = program("p");
      generator.next();
      String first = generator.snapshot().toString();
      generator.next();
      return Map.of("first", first, "second", generator.snapshot().toString());
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> picturesOf(boolean keepScopes) throws Exception {
    Class<?> woven = new WeavingLoader(keepScopes).loadClass(Program.class.getName());
    Constructor<?> constructor = woven.getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Map<String, String>) ((Callable<Object>) constructor.newInstance()).call();
  }

  @Test
  void variables_stay_while_in_scope() throws Exception {
    Map<String, String> pictures = picturesOf(true);
    assertThat(pictures.get("first")).contains("{parameter=p, dead=p!, inner=2}");
    assertThat(pictures.get("second")).contains("{parameter=p, dead=p!}");
  }

  @Test
  void without_the_option_only_live_variables_do() throws Exception {
    Map<String, String> pictures = picturesOf(false);
    assertThat(pictures.get("first")).contains("{} not live: parameter, dead, inner");
    assertThat(pictures.get("second")).contains("{} not live: parameter, dead");
  }
}
