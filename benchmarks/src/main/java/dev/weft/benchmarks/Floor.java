package dev.weft.benchmarks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the benchmark that another is to be judged by: the same work without a coroutine. The guard
 * measures both in one run and watches their ratio.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Floor {
  /**
   * The floor.
   *
   * @return a method of the same class, or the full name of a benchmark, {@code
   *     some.package.Class.method}
   */
  String value();
}
