package dev.weft.programs;

import dev.weft.Generator;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the tour in class loaders that have all classes, the library's too, once more. */
public final class Loaders {
  private Loaders() {}

  /** Runs it as is said: in two loaders, by several threads at once, or installing the agent. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("threads")) {
      runAtOnce(new ChildFirst(), 8);
      return;
    }
    for (int i = 0; i < 2; i++) {
      ChildFirst loader = new ChildFirst();
      if (arguments[0].equals("installing")) {
        loader.load("dev.weft.agent.Weft").getMethod("install", String.class).invoke(null, "log");
      }
      runTour(loader);
      System.out.println(loader.load(Generator.class.getName()) == Generator.class);
    }
  }

  private static void runAtOnce(ChildFirst loader, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(
          executor.submit(() -> {
            runTour(loader);
            return null;
          }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    executor.shutdown();
  }

  private static void runTour(ChildFirst loader) throws Exception {
    Class<?> tour = loader.load(Tour.class.getName());
    tour.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }

  /** Asks its parent last, as the loaders of application servers do; threads load at once. */
  private static final class ChildFirst extends URLClassLoader {
    static {
      registerAsParallelCapable();
    }

    ChildFirst() throws MalformedURLException {
      super(classPath(), ChildFirst.class.getClassLoader());
    }

    private static URL[] classPath() throws MalformedURLException {
      List<URL> places = new ArrayList<>();
      for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
        places.add(Path.of(place).toUri().toURL());
      }
      return places.toArray(URL[]::new);
    }

    Class<?> load(String name) throws ClassNotFoundException {
      return loadClass(name, false);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || !name.startsWith("dev.weft.")) {
          return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
        return findClass(name);
      }
    }
  }
}
