package dev.weft.runtime;

import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Delegation to a generator that weaving has not made: by PEP 380's loop. */
final class ForeignDelegation extends Delegation {
  private final Generator<@Nullable Object, @Nullable Object, ?> inner;

  @SuppressWarnings("unchecked")
  ForeignDelegation(Generator<?, ?, ?> inner) {
    this.inner = (Generator<@Nullable Object, @Nullable Object, ?>) inner;
  }

  @Override
  Iterator<?> source() {
    return inner;
  }

  @Override
  boolean advance(@Nullable Object in, GeneratorFrame coroutine) {
    coroutine.setKind(0);
    try {
      if (in instanceof Raised raised) {
        closeOnExit(inner, raised.thrown());
        coroutine.transfer = inner.raise(raised.thrown());
      } else {
        coroutine.transfer = in == null ? inner.next() : inner.send(in);
      }
      return true;
    } catch (StopIteration stop) {
      coroutine.transfer = stop.value();
      return false;
    }
  }
}
