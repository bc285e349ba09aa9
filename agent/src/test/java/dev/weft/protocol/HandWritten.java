package dev.weft.protocol;

import dev.weft.Generator;
import dev.weft.Snapshot;
import dev.weft.State;
import java.util.Iterator;
import java.util.stream.Stream;

/** An implementation of the interface by hand, which passes everything on to another. */
final class HandWritten implements Generator<Object, Object, Object> {
  private final Generator<Object, Object, Object> other;

  HandWritten(Generator<Object, Object, Object> other) {
    this.other = other;
  }

  @Override
  public boolean hasNext() {
    return other.hasNext();
  }

  @Override
  public Object next() {
    return other.next();
  }

  @Override
  public Object send(Object value) {
    return other.send(value);
  }

  @Override
  public Object raise(Throwable exception) {
    return other.raise(exception);
  }

  @Override
  public void close() {
    other.close();
  }

  @Override
  public Object result() {
    return other.result();
  }

  @Override
  public State state() {
    return other.state();
  }

  @Override
  public Snapshot snapshot() {
    return other.snapshot();
  }

  @Override
  public Iterator<Object> iterator() {
    return this;
  }

  @Override
  public Stream<Object> stream() {
    return other.stream();
  }
}
