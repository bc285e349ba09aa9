package dev.weft.programs;

import dev.weft.Generator;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import net.sf.cglib.proxy.Enhancer;
import net.sf.cglib.proxy.MethodInterceptor;

/** Proxies of coroutine methods; prints what callers get and what the handlers were asked. */
public final class Proxies {
  private static final List<String> asked = new ArrayList<>();

  private Proxies() {}

  /** Runs the kind that is named. */
  public static void main(String[] args) throws ClassNotFoundException {
    if (args[0].equals("jdk")) {
      use(jdk(Loader.class), null);
    } else if (args[0].equals("jdk, not exported")) {
      use(jdk(Loader.class, Class.forName("sun.security.util.Length")), null);
    } else {
      Service service = cglib(args[0].equals("cglib calling super"));
      use(service, service);
    }
    System.out.println(asked);
  }

  private static void use(Loader api, Service service) {
    System.out.println(Service.throughInterface(api, 1));
    System.out.println(Service.twoKeys(api));
    if (service != null) {
      System.out.println(Service.throughClass(service, 3));
    }
    System.out.println(plainly(api));
  }

  private static String plainly(Loader api) {
    try {
      return Service.plainly(api, 4);
    } catch (IllegalStateException e) {
      return e.getMessage().replaceAll(" has no generator.*", "");
    }
  }

  private static Loader jdk(Class<?>... interfaces) {
    return (Loader)
        Proxy.newProxyInstance(
            Service.class.getClassLoader(),
            interfaces,
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private static Service cglib(boolean callsSuper) {
    MethodInterceptor interceptor =
        (proxy, method, arguments, superMethod) ->
            callsSuper ? superMethod.invokeSuper(proxy, arguments) : answer(method, arguments);
    return (Service) Enhancer.create(Service.class, interceptor);
  }

  private static Object answer(Method method, Object[] arguments) {
    asked.add(method.getName() + "/" + method.getParameterCount());
    int key = (Integer) arguments[0];
    if (method.getName().equals("keys")) {
      return Generator.of(out -> out.yield(key * 10));
    }
    return "proxied " + key;
  }
}
