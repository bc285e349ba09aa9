package dev.weft.runtime;

import java.util.Iterator;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** Delegation to a plain iterator, which takes nothing in; primitive values are not boxed. */
final class IteratorDelegation extends Delegation {
  private final Iterator<?> source;

  IteratorDelegation(Iterator<?> source) {
    this.source = source;
  }

  @Override
  Iterator<?> source() {
    return source;
  }

  @Override
  boolean advance(@Nullable Object in, GeneratorFrame coroutine) throws Throwable {
    if (in instanceof Raised raised) {
      throw raised.thrown();
    }
    if (in != null) {
      throw new UnsupportedOperationException(
          "cannot send " + in + " to the plain iterator delegated to, " + source);
    }
    if (!source.hasNext()) {
      coroutine.transfer = null;
      return false;
    }
    coroutine.setKind(take(coroutine));
    return true;
  }

  /** Hands over the next value; returns its kind. */
  private int take(GeneratorFrame coroutine) {
    if (source instanceof PrimitiveIterator.OfInt ints) {
      coroutine.primitive = ints.nextInt();
      return Kind.INT;
    }
    if (source instanceof PrimitiveIterator.OfLong longs) {
      coroutine.primitive = longs.nextLong();
      return Kind.LONG;
    }
    if (source instanceof PrimitiveIterator.OfDouble doubles) {
      coroutine.primitive = Double.doubleToRawLongBits(doubles.nextDouble());
      return Kind.DOUBLE;
    }
    coroutine.transfer = source.next();
    return 0;
  }
}
