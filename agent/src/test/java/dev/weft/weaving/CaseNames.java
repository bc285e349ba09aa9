package dev.weft.weaving;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Puts the cases that a test shows, or the class that it is in, in front of its name; configured in
 * {@code junit-platform.properties} for all tests.
 */
public final class CaseNames extends DisplayNameGenerator.Standard {
  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> type, Method method) {
    String name = super.generateDisplayNameForMethod(enclosing, type, method);
    return named(name, type, method);
  }

  /** A name with the cases of what is marked in front. */
  public static String named(String name, AnnotatedElement... marked) {
    return Stream.concat(
            Arrays.stream(marked).flatMap(CaseNames::cases).distinct(), Stream.of(name))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> cases(AnnotatedElement marked) {
    Case cases = marked.getAnnotation(Case.class);
    return cases == null ? Stream.empty() : Arrays.stream(cases.value());
  }
}
