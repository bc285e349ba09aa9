package dev.weft.agent.rewrite.find;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Optional;

/** Where the class files of an application are read from; nothing is loaded. */
@FunctionalInterface
public interface ClassFiles {
  /**
   * Reads a class file.
   *
   * @param name the internal name of the class
   * @return its bytes; empty if it cannot be found, as for classes made at run time
   */
  Optional<byte[]> read(String name);

  /**
   * Those that a class loader sees.
   *
   * @param loader the loader; not kept alive
   * @return its class files
   */
  static ClassFiles of(ClassLoader loader) {
    WeakReference<ClassLoader> reference = new WeakReference<>(loader);
    return name -> {
      ClassLoader alive = reference.get();
      if (alive == null) {
        return Optional.empty();
      }
      try (InputStream in = alive.getResourceAsStream(name + ".class")) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the class file of " + name, e);
      }
    };
  }
}
