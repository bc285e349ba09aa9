package dev.weft.agent.rewrite.find;

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
    return new LoaderFiles(loader);
  }
}
