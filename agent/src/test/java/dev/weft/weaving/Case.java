package dev.weft.weaving;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the cases of {@code cases.txt} that a test shows: on a test method, on a program that is
 * run in every form, or on a class of tests for all of them together. {@link CaseNames} shows them
 * in the names of the tests.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Case {
  /** The names of the cases. */
  String[] value();
}
