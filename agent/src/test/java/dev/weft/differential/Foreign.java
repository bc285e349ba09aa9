package dev.weft.differential;

import dev.weft.Generator;
import dev.weft.Snapshot;
import dev.weft.State;
import java.util.Iterator;
import java.util.stream.Stream;

/** A generator that Weft has not made, which hands everything on to one that it has. */
final class Foreign implements Generator<Object, Object, Object> {
  private final World world;
  private final Generator<Object, Object, Object> inner;

  Foreign(World world, Generator<Object, Object, Object> inner) {
    this.world = world;
    this.inner = inner;
  }

  @Override
  public boolean hasNext() {
    return inner.hasNext();
  }

  @Override
  public Object next() {
    return world.drive("next", inner);
  }

  @Override
  public Object send(Object value) {
    return world.drive("send " + value, inner);
  }

  @Override
  public Object raise(Throwable thrown) {
    world.caught(thrown);
    return inner.raise(thrown);
  }

  @Override
  public void close() {
    world.drive("close", inner);
  }

  @Override
  public Object result() {
    return inner.result();
  }

  @Override
  public State state() {
    return inner.state();
  }

  @Override
  public Snapshot snapshot() {
    return inner.snapshot();
  }

  @Override
  public Iterator<Object> iterator() {
    return this;
  }

  @Override
  public Stream<Object> stream() {
    return inner.stream();
  }
}
