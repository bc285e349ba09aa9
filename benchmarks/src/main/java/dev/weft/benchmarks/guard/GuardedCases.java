package dev.weft.benchmarks.guard;

import dev.weft.benchmarks.Floor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** Finds the benchmarks that name a floor. */
final class GuardedCases {
  private GuardedCases() {}

  /**
   * Those on the class path, in JMH's own list: the benchmarks' and those of any jar beside them.
   *
   * @param only those whose full name it is found in
   * @return by name
   */
  static List<GuardedCase> onClassPath(Pattern only) {
    Set<String> classes = new TreeSet<>();
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(null, List.of())) {
      classes.add(entry.getUserClassQName());
    }
    return classes.stream()
        .flatMap(name -> of(load(name)))
        .filter(guarded -> only.matcher(guarded.benchmark()).find())
        .sorted(Comparator.comparing(GuardedCase::benchmark))
        .toList();
  }

  /** Those of one class. */
  static Stream<GuardedCase> of(Class<?> type) {
    return Arrays.stream(type.getMethods()).flatMap(method -> of(type, method).stream());
  }

  private static Optional<GuardedCase> of(Class<?> type, Method method) {
    return Optional.ofNullable(method.getAnnotation(Floor.class))
        .map(Floor::value)
        .map(floor -> floor.contains(".") ? floor : type.getName() + "." + floor)
        .map(floor -> new GuardedCase(type.getName() + "." + method.getName(), floor));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, GuardedCases.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH lists a benchmark whose class is not there: " + name, e);
    }
  }
}
