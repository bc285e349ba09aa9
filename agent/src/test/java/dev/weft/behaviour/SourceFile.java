package dev.weft.behaviour;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The source of a class, of which members can be left out. */
final class SourceFile extends SimpleJavaFileObject {
  private final StringBuilder text;
  private final List<Member> members = new ArrayList<>();
  private boolean usable = true;

  private record Member(int start, int end) {
    boolean contains(long position) {
      return start <= position && position < end;
    }
  }

  private SourceFile(Path file) {
    super(URI.create("string:///dev/weft/behaviour/" + file.getFileName()), Kind.SOURCE);
    try {
      text = new StringBuilder(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in a directory that have a text in them. */
  static List<SourceFile> in(Path directory, String having) {
    try (Stream<Path> paths = Files.list(directory)) {
      List<SourceFile> files =
          paths
              .filter(path -> path.toString().endsWith("Test.java"))
              .sorted()
              .map(SourceFile::new)
              .filter(file -> file.text.indexOf(having) >= 0)
              .collect(Collectors.toCollection(ArrayList::new));
      parse(files);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void parse(Collection<SourceFile> files) throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, files);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    for (CompilationUnitTree unit : task.parse()) {
      SourceFile file = find(files, unit.getSourceFile());
      for (Tree member : ((ClassTree) unit.getTypeDecls().get(0)).getMembers()) {
        int start = (int) positions.getStartPosition(unit, member);
        file.members.add(new Member(start, (int) positions.getEndPosition(unit, member)));
      }
    }
  }

  /** Which of the files a compiler speaks of, as it has wrapped it. */
  static SourceFile find(Collection<SourceFile> files, JavaFileObject wrapped) {
    return files.stream()
        .filter(file -> file.toUri().equals(wrapped.toUri()))
        .findFirst()
        .orElseThrow();
  }

  /** Leaves out the member at a position; the whole file, if it is not within one. */
  void leaveOut(long position) {
    List<Member> found = members.stream().filter(m -> m.contains(position)).toList();
    usable &= !found.isEmpty();
    for (Member member : found) {
      for (int i = member.start; i < member.end; i++) {
        if (text.charAt(i) != '\n') {
          text.setCharAt(i, ' ');
        }
      }
    }
    members.removeAll(found);
  }

  /** Writes it as a file. */
  void writeTo(Path directory) throws IOException {
    Files.writeString(directory.resolve(Path.of(getName()).getFileName()), text);
  }

  /** Whether it is to be compiled at all. */
  boolean isUsable() {
    return usable;
  }

  /** The binary name of its class. */
  String className() {
    return getName().substring(1).replace(".java", "").replace('/', '.');
  }

  /** Its class as the build has compiled it. */
  Class<?> loaded() {
    try {
      return Class.forName(className());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  @Override
  public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
    return kind == Kind.SOURCE && className().endsWith("." + simpleName);
  }
}
