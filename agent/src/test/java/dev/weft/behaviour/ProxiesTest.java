package dev.weft.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Woven;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Proxies of the JDK for woven interfaces. Only a real agent sees their classes; here they stay
 * unwoven, and intercept twins like any other method.
 */
@Woven
class ProxiesTest {
  interface Service {
    @Coroutine
    String ask(String question);

    @Coroutine
    Generator<String, Void, Void> items(String one, String two);
  }

  private final List<String> calls = new ArrayList<>();

  private Service proxy(Service target) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          calls.add(method.getName());
          return method.invoke(target, arguments);
        };
    Class<?>[] interfaces = {Service.class};
    return (Service) Proxy.newProxyInstance(Service.class.getClassLoader(), interfaces, handler);
  }

  static class Plain implements Service {
    @Override
    public String ask(String question) {
      return "plain " + question;
    }

    @Coroutine
    @Override
    public Generator<String, Void, Void> items(String one, String two) {
      Coroutines.yield(one);
      Coroutines.yield(two);
      return null;
    }
  }

  @Coroutine
  static Generator<String, Void, String> run(Service service) {
    return Coroutines.done("(" + service.ask("question") + ")");
  }

  @Test
  void a_plain_method_behind_a_proxy_is_called_once() {
    assertThat(Drive.toEnd(run(proxy(new Plain())), null)).isEqualTo("(plain question)");
    assertThat(calls).containsExactly("ask");
  }

  @Test
  void plain_code_calls_a_proxy_as_before() {
    assertThat(proxy(new Plain()).ask("x")).isEqualTo("plain x");
    assertThat(calls).containsExactly("ask");
  }

  @Test
  void a_generator_comes_out_of_a_proxy() {
    assertThat(proxy(new Plain()).items("a", "b").stream()).containsExactly("a", "b");
    assertThat(calls).containsExactly("items");
  }

  interface Loader {
    @Coroutine
    String load(String name) throws IOException;
  }

  @Coroutine
  static Generator<String, Void, String> loading(Loader loader) throws IOException {
    return Coroutines.done(loader.load("name"));
  }

  @Test
  void a_checked_exception_passes_through_a_proxy_unwrapped() throws IOException {
    IOException checked = new IOException("checked");
    InvocationHandler handler =
        (self, method, arguments) -> {
          throw checked;
        };
    Class<?>[] interfaces = {Loader.class};
    ClassLoader loader = Loader.class.getClassLoader();
    Loader proxy = (Loader) Proxy.newProxyInstance(loader, interfaces, handler);
    assertThatThrownBy(loading(proxy)::next).isSameAs(checked);
  }
}
