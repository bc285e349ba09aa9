package dev.weft.weaving;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Calls each test method on the woven form of its class instead. */
public final class WovenExtension implements InvocationInterceptor {
  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    invocation.skip();
    invokeWoven(context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    invocation.skip();
    invokeWoven(context);
  }

  private static WeavingLoader loaderFor(Class<?> type) {
    WeavingLoader loader = new WeavingLoader();
    return type.getAnnotation(Woven.class).programs()
        ? loader.with(type.getName(), Programs.addForms(type))
        : loader;
  }

  private static void invokeWoven(ReflectiveInvocationContext<Method> context) throws Throwable {
    Method original = context.getExecutable();
    Class<?> woven =
        loaderFor(context.getTargetClass()).loadClass(context.getTargetClass().getName());
    Constructor<?> constructor = woven.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method method = woven.getDeclaredMethod(original.getName(), original.getParameterTypes());
    method.setAccessible(true);
    Object test = constructor.newInstance();
    try {
      method.invoke(test, context.getArguments().toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
