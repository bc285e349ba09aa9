package dev.weft.weaving;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Puts the cases that a test shows in front of its name; of all tests, by configuration. */
public final class CaseNames extends DisplayNameGenerator.Standard {
  @Override
  public String generateDisplayNameForClass(Class<?> type) {
    return named(type, super.generateDisplayNameForClass(type));
  }

  @Override
  public String generateDisplayNameForNestedClass(List<Class<?>> enclosing, Class<?> type) {
    return named(type, super.generateDisplayNameForNestedClass(enclosing, type));
  }

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> type, Method method) {
    return named(method, super.generateDisplayNameForMethod(enclosing, type, method));
  }

  /** The name of what may be marked, with the cases in front. */
  public static String named(AnnotatedElement marked, String name) {
    Case cases = marked.getAnnotation(Case.class);
    return cases == null ? name : String.join(" ", cases.value()) + " " + name;
  }
}
