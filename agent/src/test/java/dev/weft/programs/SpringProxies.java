package dev.weft.programs;

import java.util.ArrayList;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;

/** A bean that Spring has made a subclass of, by CGLIB, so that advice runs around its methods. */
public final class SpringProxies {
  private static final List<String> advised = new ArrayList<>();

  private SpringProxies() {}

  /** Prints what callers get, of advice that goes on to the bean or answers itself. */
  public static void main(String[] arguments) {
    boolean proceeds = arguments[0].equals("proceeding");
    Service bean = proxy(proceeds);
    System.out.println(bean.getClass().getName());
    System.out.println(Service.twoKeys(bean));
    System.out.println(bean.keys(3).stream().map(key -> key + 1).toList());
    try {
      System.out.println(Service.throughClass(bean, 3));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(advised);
  }

  private static Service proxy(boolean proceeds) {
    ProxyFactory factory = new ProxyFactory(new Service());
    factory.setProxyTargetClass(true);
    factory.addAdvice(
        (MethodInterceptor)
            invocation -> {
              String method = invocation.getMethod().getName();
              advised.add(method);
              boolean answers = !proceeds && method.equals("load");
              return answers ? "advised" : invocation.proceed();
            });
    return (Service) factory.getProxy();
  }
}
