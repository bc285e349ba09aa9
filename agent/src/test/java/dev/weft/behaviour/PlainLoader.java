package dev.weft.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads programs, and what they trace with, as they are. */
final class PlainLoader extends ClassLoader {
  private final Map<String, byte[]> given;

  PlainLoader(Map<String, byte[]> given) {
    super(PlainLoader.class.getClassLoader());
    this.given = given;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean own = name.startsWith("dev.weft.behaviour.") || given.containsKey(name);
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
