package dev.weft.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads programs, and what they trace with, as they are. */
public final class PlainLoader extends ClassLoader {
  private final Map<String, byte[]> given;

  /** Makes a loader that knows these classes besides those of the tests. */
  public PlainLoader(Map<String, byte[]> given) {
    super(PlainLoader.class.getClassLoader());
    this.given = given;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean tests = name.startsWith("dev.weft.behaviour.") || name.startsWith("dev.weft.fuzz.");
    boolean own = tests || given.containsKey(name);
    if (!own) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded != null ? loaded : define(name);
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = given.containsKey(name) ? given.get(name) : read(name);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] read(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
