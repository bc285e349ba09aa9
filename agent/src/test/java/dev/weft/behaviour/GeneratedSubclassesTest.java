package dev.weft.behaviour;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.weaving.WeavingLoader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.implementation.attribute.MethodAttributeAppender;
import net.sf.cglib.core.DefaultGeneratorStrategy;
import net.sf.cglib.proxy.Enhancer;
import net.sf.cglib.proxy.Factory;
import net.sf.cglib.proxy.MethodInterceptor;
import net.sf.cglib.proxy.NoOp;
import org.junit.jupiter.api.Test;

/** Subclasses that CGLIB and Byte Buddy make of woven classes, and that are woven then in turn. */
class GeneratedSubclassesTest {
  /** What proxies are made of. */
  public static class Service {
    /** Yields once. */
    @Coroutine
    public String ask(String question) {
      Coroutines.yield(question);
      return "answer";
    }

    /** Yields twice. */
    @Coroutine
    public Iterator<String> items(String one, String two) {
      Coroutines.yield(one);
      Coroutines.yield(two);
      return null;
    }
  }

  /** Drives them. */
  public static final class Runner {
    private Runner() {}

    /** Yields what the service does, and then what it returned. */
    @Coroutine
    public static Iterator<Object> run(Service service) {
      Coroutines.yield("returned " + service.ask("question"));
      return null;
    }
  }

  private final WeavingLoader loader = new WeavingLoader();
  private final List<String> calls = new ArrayList<>();

  private Class<?> load(Class<?> type) throws Exception {
    return loader.loadClass(type.getName());
  }

  private Iterator<?> run(Object service) throws Exception {
    Method run = load(Runner.class).getMethod("run", load(Service.class));
    return (Iterator<?>) run.invoke(null, service);
  }

  private static List<Object> all(Iterator<?> iterator) {
    List<Object> items = new ArrayList<>();
    iterator.forEachRemaining(items::add);
    return items;
  }

  // === Byte Buddy ===

  private Object subclass(Implementation implementation, MethodAttributeAppender.Factory attributes)
      throws Exception {
    String name = Service.class.getPackageName() + ".Made";
    byte[] made =
        new ByteBuddy()
            .subclass(load(Service.class))
            .name(name)
            .method(named("ask").or(named("items")))
            .intercept(implementation)
            .attribute(attributes)
            .make()
            .getBytes();
    return loader.with(name, made).loadClass(name).getConstructor().newInstance();
  }

  private Object overriding(Implementation implementation) throws Exception {
    return subclass(implementation, MethodAttributeAppender.NoOp.INSTANCE);
  }

  private Object copyingAnnotations(Implementation implementation) throws Exception {
    return subclass(
        implementation, MethodAttributeAppender.ForInstrumentedMethod.INCLUDING_RECEIVER);
  }

  private Iterator<?> items(Object service) throws Exception {
    Method items = load(Service.class).getMethod("items", String.class, String.class);
    return (Iterator<?>) items.invoke(service, "a", "b");
  }

  @Test
  void an_override_by_byte_buddy_wins() throws Exception {
    Object service = overriding(FixedValue.nullValue());
    assertThat(all(run(service))).containsExactly("returned null");
    assertThat(items(service)).isNull();
  }

  @Test
  void an_override_that_calls_super_is_a_frame_that_is_no_coroutine() throws Exception {
    Object service = overriding(SuperMethodCall.INSTANCE);
    assertThatThrownBy(run(service)::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("these frames are not coroutines: dev.weft.behaviour.Made.ask");
    assertThat(all(items(service))).containsExactly("a", "b");
  }

  @Test
  void an_override_that_copies_the_annotation_suspends() throws Exception {
    Object service = copyingAnnotations(SuperMethodCall.INSTANCE);
    assertThat(all(run(service))).containsExactly("question", "returned answer");
    assertThat(all(items(service))).containsExactly("a", "b");
  }

  @Test
  void an_override_that_copies_the_annotation_and_returns_at_once() throws Exception {
    assertThat(all(run(copyingAnnotations(FixedValue.nullValue()))))
        .containsExactly("returned null");
  }

  // === CGLIB ===

  /** Has CGLIB make a class elsewhere, and loads its class file here. */
  private Class<?> enhanced(Class<?> callback) throws Exception {
    List<byte[]> made = new ArrayList<>();
    Enhancer enhancer = new Enhancer();
    enhancer.setSuperclass(load(Service.class));
    enhancer.setCallbackType(callback);
    enhancer.setUseCache(false);
    enhancer.setClassLoader(new ClassLoader(loader) {});
    enhancer.setStrategy(
        new DefaultGeneratorStrategy() {
          @Override
          protected byte[] transform(byte[] classFile) {
            made.add(classFile);
            return classFile;
          }
        });
    String name = enhancer.createClass().getName();
    return loader.with(name, made.get(0)).loadClass(name);
  }

  private Object intercepted(boolean proceed) throws Exception {
    MethodInterceptor interceptor =
        (self, method, arguments, original) -> {
          calls.add(method.getName() + List.of(arguments));
          return proceed ? original.invokeSuper(self, arguments) : null;
        };
    Object service = enhanced(MethodInterceptor.class).getConstructor().newInstance();
    ((Factory) service).setCallbacks(new MethodInterceptor[] {interceptor});
    return service;
  }

  @Test
  void an_interceptor_of_cglib_sees_the_plain_call_once() throws Exception {
    assertThat(all(run(intercepted(false)))).containsExactly("returned null");
    assertThat(calls).containsExactly("ask[question]");
  }

  @Test
  void an_interceptor_that_proceeds_is_a_frame_that_is_no_coroutine() throws Exception {
    Object service = intercepted(true);
    assertThatThrownBy(run(service)::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("these frames are not coroutines")
        .hasMessageContaining("GeneratedSubclassesTest");
    assertThat(all(items(service))).containsExactly("a", "b");
    assertThat(calls).containsExactly("ask[question]", "items[a, b]");
  }

  @Test
  void what_cglib_does_not_intercept_suspends() throws Exception {
    Object service = enhanced(NoOp.class).getConstructor().newInstance();
    assertThat(all(run(service))).containsExactly("question", "returned answer");
    assertThat(all(items(service))).containsExactly("a", "b");
  }
}
