/**
 * Says while sources are compiled what the weaver would refuse when they run. The door is {@link
 * dev.weft.processor.CoroutineProcessor}; {@code BodyScanner} goes through the sources and asks the
 * rules, which are a small class each.
 */
@NullMarked
package dev.weft.processor;

import org.jspecify.annotations.NullMarked;
