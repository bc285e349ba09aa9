package dev.weft.agent.rewrite;

import dev.weft.agent.rewrite.find.ClassFiles;
import dev.weft.agent.rewrite.find.ClassIndex;
import dev.weft.agent.rewrite.find.CoroutinePolicy;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The woven form of a class of these tests. */
final class Woven {
  private final ClassNode type = new ClassNode();
  private final List<Companion> companions;

  Woven(Class<?> original) throws IOException {
    ClassLoader loader = original.getClassLoader();
    ClassIndex index = new ClassIndex(ClassFiles.of(loader), CoroutinePolicy.ANNOTATED);
    String file = original.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(file))) {
      WovenClass woven = new ClassRewriter(index, false).rewrite(in.readAllBytes()).orElseThrow();
      new ClassReader(woven.bytes()).accept(type, ClassReader.EXPAND_FRAMES);
      companions = woven.companions();
    }
  }

  /** A method of the frame class of a coroutine method. */
  MethodNode ofFrame(String coroutine, String method) {
    String prefix = type.name + RuntimeNames.COMPANION_MARK + coroutine + "$";
    ClassNode frame = new ClassNode();
    companions.stream()
        .filter(companion -> companion.name().startsWith(prefix))
        .findFirst()
        .map(companion -> new ClassReader(companion.bytes()))
        .ifPresent(classFile -> classFile.accept(frame, ClassReader.EXPAND_FRAMES));
    return frame.methods.stream().filter(m -> m.name.equals(method)).findFirst().orElseThrow();
  }

  /** The body of a coroutine method. */
  MethodNode body(String method) {
    return type.methods.stream()
        .filter(m -> m.name.equals(method) && RuntimeNames.isBodyDescriptor(m.desc))
        .findFirst()
        .orElseThrow();
  }

  /** The bodies of all coroutine methods. */
  List<MethodNode> bodies() {
    return type.methods.stream().filter(m -> RuntimeNames.isBodyDescriptor(m.desc)).toList();
  }

  /** All that the class has of that name: entry, twin and body. */
  String everything(String method) {
    StringBuilder text = new StringBuilder();
    for (MethodNode m : type.methods) {
      if (m.name.equals(method)) {
        text.append(m.name).append(m.desc).append('\n').append(Disassembly.of(m)).append('\n');
      }
    }
    return text.toString();
  }
}
