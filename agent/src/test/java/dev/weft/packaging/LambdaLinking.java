package dev.weft.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Links lambdas at build time: those of each class go to one class of their own. The JVM, which
 * links a lambda when it meets it, makes a class for each, and others for their shapes; for all
 * those of the weaver that takes longer than to weave a class.
 */
final class LambdaLinking {
  private static final String EXTENSION = ".class";

  private final Map<String, byte[]> files;
  private final Map<String, ClassNode> changed = new LinkedHashMap<>();

  /** Takes files by their names, class files among them. */
  LambdaLinking(Map<String, byte[]> files) {
    this.files = files;
  }

  /** The files, with those of lambdas added. */
  Map<String, byte[]> link() {
    for (String file : files.keySet()) {
      if (file.endsWith(EXTENSION)) {
        link(read(file.substring(0, file.length() - EXTENSION.length())));
      }
    }
    Map<String, byte[]> linked = new LinkedHashMap<>(files);
    changed.forEach((name, type) -> linked.put(name + EXTENSION, write(type)));
    return linked;
  }

  private void link(ClassNode host) {
    LambdaClass lambdas = new LambdaClass(host);
    if (lambdas.takeFrom(host)) {
      ClassNode made = lambdas.make();
      changed.put(host.name, host);
      changed.put(made.name, made);
      joinNest(made);
    }
  }

  /** The code of lambdas is private. */
  private void joinNest(ClassNode made) {
    ClassNode nest = read(made.nestHostClass);
    if (nest.nestMembers == null) {
      nest.nestMembers = new ArrayList<>();
    }
    nest.nestMembers.add(made.name);
    changed.put(nest.name, nest);
  }

  private ClassNode read(String name) {
    ClassNode type = changed.get(name);
    if (type == null) {
      type = new ClassNode();
      new ClassReader(files.get(name + EXTENSION)).accept(type, 0);
    }
    return type;
  }

  private static byte[] write(ClassNode type) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }
}
