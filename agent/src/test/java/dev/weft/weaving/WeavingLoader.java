package dev.weft.weaving;

import dev.weft.agent.rewrite.ClassRewriter;
import dev.weft.agent.rewrite.find.CandidateFilter;
import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Loads the test's classes, and those of the library, woven as the agent would weave them; every
 * woven class goes through ASM's checker and the JVM's verifier.
 *
 * <p>The JDK's and the test libraries' classes come from the parent.
 */
public final class WeavingLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  /** What weaving makes of a class is the same in every loader; many load the same classes. */
  private static final Map<String, Optional<WovenClass>> WOVEN = new ConcurrentHashMap<>();

  private final ClassIndex index = new ClassIndex(this::classFile, CoroutinePolicy.ANNOTATED);
  private final boolean keepScopes;
  private final Map<String, byte[]> given = new HashMap<>();
  private final Map<String, WovenClass> woven = new HashMap<>();

  /** Makes a loader that keeps live locals only. */
  public WeavingLoader() {
    this(false);
  }

  /** Makes a loader that keeps locals while in scope, or only live ones. */
  public WeavingLoader(boolean keepScopes) {
    super(WeavingLoader.class.getClassLoader());
    this.keepScopes = keepScopes;
  }

  /** Adds a class of which there is no file, by its binary name. */
  public WeavingLoader with(String name, byte[] classFile) {
    given.put(name, classFile);
    return this;
  }

  /** What weaving made of a class that has been loaded; nothing if it stayed as it was. */
  public Optional<WovenClass> woven(String name) {
    return Optional.ofNullable(woven.get(name));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean own = name.startsWith("dev.weft.") && !name.startsWith("dev.weft.agent.");
    if (!own && !given.containsKey(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] classFile = read(name);
    Optional<WovenClass> result =
        given.containsKey(name)
            ? weave(classFile)
            : WOVEN.computeIfAbsent(name + " " + keepScopes, key -> weave(classFile));
    result.ifPresent(type -> woven.put(name, type));
    byte[] bytes = result.map(WovenClass::bytes).orElse(classFile);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private Optional<WovenClass> weave(byte[] classFile) {
    Optional<WovenClass> result =
        new CandidateFilter(index).accepts(classFile)
            ? new ClassRewriter(index, keepScopes).rewrite(classFile)
            : Optional.empty();
    result.ifPresent(WeavingLoader::check);
    return result;
  }

  private Optional<byte[]> classFile(String internalName) {
    byte[] bytes = given.get(internalName.replace('/', '.'));
    return bytes == null
        ? ClassFiles.of(WeavingLoader.class.getClassLoader()).read(internalName)
        : Optional.of(bytes);
  }

  private byte[] read(String name) throws ClassNotFoundException {
    if (given.containsKey(name)) {
      return given.get(name);
    }
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Throws on a malformed class; the types in it are left to the JVM, which knows them. */
  private static void check(WovenClass type) {
    new ClassReader(type.bytes()).accept(new CheckClassAdapter(new ClassNode(), false), 0);
  }
}
