package dev.weft.protocol;

import dev.weft.weaving.Programs;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A test that is run in every form but the delegated one, whose outer generator has an answer of
 * its own.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(strings = {Programs.METHOD, Programs.LAMBDA, Programs.DEEP})
@interface EveryDirectForm {}
