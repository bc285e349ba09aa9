package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.programs.Proxies;
import dev.weft.programs.SpringProxies;
import dev.weft.weaving.Case;
import net.sf.cglib.proxy.Enhancer;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.cglib.core.ReflectUtils;

/**
 * Proxies answer coroutine code as they answer plain code; their handlers are asked for the methods
 * of the source, never for twins.
 */
@Case("XC-09")
class ProxiesIT {
  private static final String PROXY_OF_SPRING = "dev.weft.programs.Service$$SpringCGLIB$$0";

  private static ForkedJvm proxies() {
    return ForkedJvm.woven()
        .with(Enhancer.class, ClassReader.class)
        .with("--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk", "jdk, not exported"})
  void proxies_of_the_jdk_answer(String kind) {
    assertThat(proxies().run(Proxies.class, kind).output())
        .isEqualTo(lines("[proxied 1]", "[20]", "proxied 4", "[load/1, keys/1, load/1]"));
  }

  @Test
  void proxies_of_cglib_answer() {
    assertThat(proxies().run(Proxies.class, "cglib").output())
        .isEqualTo(
            lines(
                "[proxied 1]",
                "[20]",
                "[proxied 3]",
                "proxied 4",
                "[load/1, keys/1, load/1, load/1]"));
  }

  @Test
  void a_proxy_that_calls_the_real_method_is_named_as_what_cannot_be_suspended() {
    ForkedJvm.Result result = proxies().run(Proxies.class, "cglib calling super");
    assertThat(result.err())
        .contains("a yield in dev.weft.programs.Service.load")
        .contains("these frames are not coroutines: dev.weft.programs.Service$$EnhancerByCGLIB$$");
  }

  private static String spring(String kind) {
    return ForkedJvm.woven()
        .with(ProxyFactory.class, BeanUtils.class, ReflectUtils.class, LogFactory.class)
        .run(SpringProxies.class, kind)
        .output();
  }

  @Test
  void beans_that_spring_advises_answer() {
    assertThat(spring("answering"))
        .isEqualTo(
            lines(PROXY_OF_SPRING, "[0, 1]", "[1, 2, 3]", "[advised]", "[keys, keys, load]"));
  }

  @Test
  void springs_frames_are_named_as_what_cannot_be_suspended() {
    assertThat(spring("proceeding").lines())
        .contains("[0, 1]", "[1, 2, 3]", "[keys, keys, load]")
        .anyMatch(line ->
            line.startsWith("a yield in dev.weft.programs.Service.load (Service.java:")
                && line.contains("these frames are not coroutines")
                && line.contains("org.springframework.aop.framework.CglibAopProxy"));
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
