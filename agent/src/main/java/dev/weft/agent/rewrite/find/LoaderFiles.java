package dev.weft.agent.rewrite.find;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The class files that a class loader sees; it is not kept alive. */
final class LoaderFiles implements ClassFiles {
  private static final ClassPathFiles APPLICATION =
      new ClassPathFiles(System.getProperty("java.class.path", ""));

  private final WeakReference<ClassLoader> reference;

  LoaderFiles(ClassLoader loader) {
    this.reference = new WeakReference<>(loader);
  }

  @Override
  public Optional<byte[]> read(String name) {
    ClassLoader loader = reference.get();
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = open(loader, name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + name, e);
    }
  }

  /**
   * A loader looks through the JDK's modules, one by one, before its class path: while a program
   * starts, that takes most of the time. For the loader of applications its class path is asked
   * first; nothing but the JDK, and modules if there are any, can come before that.
   */
  private static @Nullable InputStream open(ClassLoader loader, String file) throws IOException {
    if (loader == ClassLoader.getSystemClassLoader()
        && loader.getParent() == ClassLoader.getPlatformClassLoader()
        && System.getProperty("jdk.module.path") == null) {
      InputStream onClassPath = onClassPath(loader, file);
      if (onClassPath != null) {
        return onClassPath;
      }
    }
    return loader.getResourceAsStream(file);
  }

  private static @Nullable InputStream onClassPath(ClassLoader loader, String file)
      throws IOException {
    InputStream found = APPLICATION.open(file);
    return found != null ? found : loader.getUnnamedModule().getResourceAsStream(file);
  }
}
