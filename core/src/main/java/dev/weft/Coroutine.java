package dev.weft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose execution can stop in the middle and go on later.
 *
 * <p>The declared return type tells the two kinds apart:
 *
 * <ul>
 *   <li>A <b>generator method</b> returns {@link Generator}, {@link java.util.Iterator}, {@link
 *       Iterable}, {@link java.util.stream.Stream} or one of their primitive forms. Calling it
 *       evaluates the arguments, runs none of the body and gives a generator in the state {@link
 *       State#CREATED}, as in Python. The body ends with {@code return null}, {@link
 *       Coroutines#done()} or {@link Coroutines#end()}. An {@code Iterable} starts afresh at every
 *       {@code iterator()}.
 *   <li>A <b>subroutine</b> returns anything else. Called from coroutine code it runs in its
 *       caller's coroutine and may yield from any depth; called from plain code it runs as a plain
 *       method until it would suspend, and then fails with an error that says so.
 * </ul>
 *
 * <p>On the single method of a functional interface the mark makes every lambda and method
 * reference of that interface a coroutine.
 *
 * <p>The mark means nothing until the class is woven, by {@code -javaagent:weft-agent.jar}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Coroutine {}
