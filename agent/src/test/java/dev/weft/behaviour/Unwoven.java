package dev.weft.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Loads some classes as they are, and all others from a parent that weaves: as if those had been
 * loaded before the agent came, or as if only a library had been woven, at build time.
 */
final class Unwoven extends ClassLoader {
  private final Set<String> names;

  private Unwoven(ClassLoader parent, Set<String> names) {
    super(parent);
    this.names = names;
  }

  /** A loader that leaves the nested classes of that name in a test's class unwoven. */
  static ClassLoader nested(ClassLoader parent, Class<?> test, String... names) {
    Set<String> full = new HashSet<>();
    for (String name : names) {
      full.add(test.getName() + "$" + name);
    }
    return new Unwoven(parent, full);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!names.contains(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = Unwoven.class.getResourceAsStream(fileOf(name))) {
      byte[] classFile = in.readAllBytes();
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static String fileOf(String name) {
    return "/" + name.replace('.', '/') + ".class";
  }
}
