package dev.weft.agent.cli;

import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.model.RuntimeNames;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** What the classes of a tree see: each other, and a class path. No class is loaded. */
final class VisibleClasses implements Closeable {
  private static final Pattern VERSION = Pattern.compile("META-INF/versions/(\\d+)/");

  private final Map<String, Map<String, ClassTree.ClassEntry>> trees;
  private final boolean multiRelease;
  private final URLClassLoader classPath;

  /**
   * Looks at a tree.
   *
   * @param tree the tree
   * @param classPath directories and jars
   * @throws InputException if there is anything else in the class path, or no class file where one
   *     should be
   */
  VisibleClasses(ClassTree tree, List<Path> classPath) {
    this.trees = tree.trees();
    this.multiRelease = tree.entries().stream().anyMatch(VisibleClasses::isMultiRelease);
    this.classPath = loader(classPath);
  }

  /** A loader that is asked for class files only. */
  static URLClassLoader loader(List<Path> classPath) {
    List<URL> urls = new ArrayList<>();
    for (Path place : classPath) {
      if (!Files.exists(place)) {
        throw new InputException(place + ", in the class path, does not exist");
      }
      try {
        urls.add(place.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new InputException(place + " cannot be in a class path", e);
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static boolean isMultiRelease(ClassTree.Entry entry) {
    if (!entry.name().equals(JarFile.MANIFEST_NAME)) {
      return false;
    }
    try {
      Attributes manifest =
          new Manifest(new ByteArrayInputStream(entry.bytes())).getMainAttributes();
      return "true".equalsIgnoreCase(manifest.getValue(Attributes.Name.MULTI_RELEASE));
    } catch (IOException e) {
      throw new InputException("cannot read " + entry.name(), e);
    }
  }

  /** The classes that a JVM can load, by the prefix of their tree. */
  Collection<String> prefixes() {
    return trees.keySet().stream()
        .filter(prefix -> multiRelease || !VERSION.matcher(prefix).matches())
        .toList();
  }

  /** The classes of one tree. */
  Collection<ClassTree.ClassEntry> classes(String prefix) {
    return trees.getOrDefault(prefix, Map.of()).values();
  }

  /** The class files that the classes of one tree see. */
  ClassFiles from(String prefix) {
    List<Map<String, ClassTree.ClassEntry>> own =
        searched(prefix).map(trees::get).filter(Objects::nonNull).toList();
    ClassFiles others = ClassFiles.of(classPath);
    return name -> {
      Optional<byte[]> found =
          own.stream()
              .filter(tree -> tree.containsKey(name))
              .map(tree -> tree.get(name).entry().bytes())
              .findFirst();
      return found.isPresent() ? found : others.read(name);
    };
  }

  /** A release of Java sees its own classes, those of earlier releases, and the plain ones. */
  private Stream<String> searched(String prefix) {
    int release = releaseOf(prefix);
    Stream<String> earlier =
        trees.keySet().stream()
            .filter(other -> releaseOf(other) > 0 && releaseOf(other) < release)
            .sorted(Comparator.comparingInt(VisibleClasses::releaseOf).reversed());
    return Stream.concat(Stream.of(prefix), Stream.concat(earlier, Stream.of(""))).distinct();
  }

  private static int releaseOf(String prefix) {
    Matcher version = VERSION.matcher(prefix);
    return version.matches() ? Integer.parseInt(version.group(1)) : 0;
  }

  /**
   * Makes sure that coroutines can be told at all.
   *
   * @throws InputException if a class names the library, which is not to be found
   */
  void requireLibrary() {
    for (String prefix : prefixes()) {
      if (from(prefix).read(RuntimeNames.COROUTINES).isEmpty()) {
        classes(prefix).stream()
            .filter(type -> namesLibrary(type.entry().bytes()))
            .findFirst()
            .ifPresent(type -> {
              throw new InputException(
                  type.name().replace('/', '.')
                      + " uses Weft, but weft-core is not in the class path: name its jar with -cp");
            });
      }
    }
  }

  private static boolean namesLibrary(byte[] classFile) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    return text.contains(RuntimeNames.LIBRARY);
  }

  /** The supertypes that cannot be found: what they declare to be coroutines is not known. */
  Set<String> missingSupertypes() {
    Set<String> missing = new TreeSet<>();
    for (String prefix : prefixes()) {
      ClassFiles files = from(prefix);
      for (ClassTree.ClassEntry type : classes(prefix)) {
        ClassReader reader = new ClassReader(type.entry().bytes());
        Stream.concat(Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
            .filter(name -> !ClassIndex.isJdk(name) && files.read(name).isEmpty())
            .forEach(name -> missing.add(name.replace('/', '.')));
      }
    }
    return missing;
  }

  @Override
  public void close() throws IOException {
    classPath.close();
  }
}
