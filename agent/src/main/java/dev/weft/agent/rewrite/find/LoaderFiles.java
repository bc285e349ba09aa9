package dev.weft.agent.rewrite.find;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Optional;

/** The class files that a class loader sees; it is not kept alive. */
final class LoaderFiles implements ClassFiles {
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
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + name, e);
    }
  }
}
