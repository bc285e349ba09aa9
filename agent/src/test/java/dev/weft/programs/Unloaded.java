package dev.weft.programs;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;

/** Lets go of a class loader, in a class of which the first generators were made. */
public final class Unloaded {
  private static final int MOST_SECONDS = 100;

  private Unloaded() {}

  /** Prints last whether the class loader was collected. */
  public static void main(String[] args) throws Exception {
    WeakReference<ClassLoader> loader = loader();
    for (int i = 0; i < MOST_SECONDS * 10 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(100);
    }
    System.out.println(loader.get() == null ? "collected" : "kept");
  }

  private static WeakReference<ClassLoader> loader() throws Exception {
    URL[] classes = {Unloaded.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader loader = new Own(classes)) {
      Class<?> tracked = loader.loadClass(Tracked.class.getName());
      tracked.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      return new WeakReference<>(loader);
    }
  }

  /** Has a class of its own where its parent has it, too. */
  private static final class Own extends URLClassLoader {
    Own(URL[] classes) {
      super(classes, Unloaded.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Tracked.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
