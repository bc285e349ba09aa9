package dev.weft.everything;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Defines the classes it is given before its parent is asked, and has the JVM verify them without
 * initialising them: no code of theirs runs.
 */
final class LinkingLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Function<String, Optional<byte[]>> classFiles;

  /**
   * Makes a loader.
   *
   * @param classFiles the class files by internal name
   * @param parent has the classes of which there is no class file
   */
  LinkingLoader(Function<String, Optional<byte[]>> classFiles, ClassLoader parent) {
    super(parent);
    this.classFiles = classFiles;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      Optional<byte[]> classFile = classFiles.apply(name.replace('.', '/'));
      return classFile.isPresent()
          ? defineClass(name, classFile.get(), 0, classFile.get().length)
          : super.loadClass(name, resolve);
    }
  }

  /**
   * Links a class.
   *
   * @param type its internal name
   * @return why it cannot be linked; null if it is linked
   */
  @Nullable LinkageError link(String type) {
    try {
      Class<?> loaded = loadClass(Type.getObjectType(type).getClassName());
      return linkedBy(loaded::getDeclaredConstructors) == null
              || linkedBy(loaded::getDeclaredFields) == null
          ? null
          : linkedBy(loaded::getDeclaredMethods);
    } catch (ClassNotFoundException e) {
      return new NoClassDefFoundError(type);
    } catch (LinkageError e) {
      return e;
    }
  }

  /**
   * HotSpot links a class before it tells its members. Each member's types have to be found as
   * well, which has nothing to do with linking; so that one kind can be told is enough.
   */
  private static @Nullable LinkageError linkedBy(Supplier<Object[]> members) {
    try {
      Objects.requireNonNull(members.get());
      return null;
    } catch (LinkageError e) {
      return e;
    }
  }
}
