package dev.weft.weaving;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class inside a {@link WeavingLoader}, so that they, and the coroutines beside
 * them, are ordinary Java with the expectation beside the line.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WovenExtension.class)
public @interface Woven {
  /** Whether the class declares {@linkplain Programs programs} to be made into generators. */
  boolean programs() default false;
}
