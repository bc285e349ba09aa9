package dev.weft.agent.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Body;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.GeneratorExit;
import dev.weft.VoidBody;
import dev.weft.Yielder;
import dev.weft.agent.rewrite.model.GeneratorView;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.runtime.Companions;
import dev.weft.runtime.Completion;
import dev.weft.runtime.DelegateFrame;
import dev.weft.runtime.Delegation;
import dev.weft.runtime.Frame;
import dev.weft.runtime.GeneratorFrame;
import dev.weft.runtime.Overrides;
import dev.weft.runtime.RestartableFrame;
import dev.weft.runtime.Views;
import dev.weft.tracking.TrackedGenerator;
import dev.weft.tracking.TrackedSubroutine;
import dev.weft.tracking.Tracking;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/** Holds the names that the weaver knows the library by against the library. */
class RuntimeNamesTest {
  @Test
  void the_classes_are_there() {
    assertThat(RuntimeNames.ANNOTATION).isEqualTo(Type.getDescriptor(Coroutine.class));
    assertThat(RuntimeNames.COROUTINES).isEqualTo(Type.getInternalName(Coroutines.class));
    assertThat(RuntimeNames.YIELDER).isEqualTo(Type.getInternalName(Yielder.class));
    assertThat(RuntimeNames.FRAME).isEqualTo(Type.getInternalName(Frame.class));
    assertThat(RuntimeNames.FRAME_TYPE).isEqualTo(Type.getDescriptor(Frame.class));
    assertThat(RuntimeNames.COROUTINE).isEqualTo(Type.getInternalName(GeneratorFrame.class));
    assertThat(RuntimeNames.COROUTINE_TYPE).isEqualTo(Type.getDescriptor(GeneratorFrame.class));
    assertThat(RuntimeNames.RESTARTABLE).isEqualTo(Type.getInternalName(RestartableFrame.class));
    assertThat(RuntimeNames.DELEGATE).isEqualTo(Type.getInternalName(DelegateFrame.class));
    assertThat(RuntimeNames.TRACKED_GENERATOR)
        .isEqualTo(Type.getInternalName(TrackedGenerator.class));
    assertThat(RuntimeNames.TRACKED_SUBROUTINE)
        .isEqualTo(Type.getInternalName(TrackedSubroutine.class));
    assertThat(RuntimeNames.COMPLETION).isEqualTo(Type.getInternalName(Completion.class));
    assertThat(RuntimeNames.DELEGATION).isEqualTo(Type.getInternalName(Delegation.class));
    assertThat(RuntimeNames.VIEWS).isEqualTo(Type.getInternalName(Views.class));
    assertThat(RuntimeNames.COMPANIONS).isEqualTo(Type.getInternalName(Companions.class));
    assertThat(RuntimeNames.OVERRIDES).isEqualTo(Type.getInternalName(Overrides.class));
    assertThat(RuntimeNames.BODY).isEqualTo(Type.getInternalName(Body.class));
    assertThat(RuntimeNames.VOID_BODY).isEqualTo(Type.getInternalName(VoidBody.class));
    assertThat(RuntimeNames.GENERATOR_EXIT).isEqualTo(Type.getInternalName(GeneratorExit.class));
    assertThat(RuntimeNames.TRACKING).isEqualTo(Type.getInternalName(Tracking.class));
  }

  @Test
  void every_class_begins_with_the_name_of_the_library() {
    assertThat(RuntimeNames.COROUTINES).startsWith(RuntimeNames.LIBRARY);
    assertThat(RuntimeNames.FRAME).startsWith(RuntimeNames.LIBRARY);
    assertThat(RuntimeNames.ANNOTATION).contains(RuntimeNames.LIBRARY);
  }

  @Test
  void the_librarys_own_classes_are_known_and_no_others() throws Exception {
    URI place = Coroutines.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    List<String> own = classesIn(Path.of(place));
    assertThat(own).contains(RuntimeNames.COROUTINES, RuntimeNames.COROUTINE);
    assertThat(own).allMatch(RuntimeNames::isLibrary);
    assertThat(List.of("dev/weft/Mine", "dev/weft/programs/Errors", "dev/weftier/Coroutines"))
        .noneMatch(RuntimeNames::isLibrary);
  }

  /** A directory, or a jar, as the library may be either here. */
  private static List<String> classesIn(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return classesBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classesBelow(jar.getPath("/"));
    }
  }

  private static List<String> classesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .toList();
    }
  }

  @Test
  void the_constants_are_the_same() {
    assertThat(RuntimeNames.VERSION).isEqualTo(Companions.VERSION);
    assertThat(RuntimeNames.POINT).isEqualTo(GeneratorFrame.POINT);
    assertThat(RuntimeNames.RUNNING).isEqualTo(GeneratorFrame.RUNNING);
    assertThat(RuntimeNames.CLOSED).isEqualTo(GeneratorFrame.CLOSED);
    assertThat(RuntimeNames.ENDED).isEqualTo(GeneratorFrame.ENDED);
  }

  @Test
  void what_suspends_is_all_of_Yielder_and_those_of_Coroutines() {
    assertThat(names(Yielder.class)).isEqualTo(new TreeSet<>(RuntimeNames.SUSPENDING));
    Set<String> others = names(Coroutines.class);
    others.removeAll(RuntimeNames.SUSPENDING);
    assertThat(others).containsExactly("current", "done", "end", "isSuspendable");
  }

  private static Set<String> names(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_way_to_delegate_has_its_counterpart_in_woven_code() {
    Set<String> counterparts =
        Arrays.stream(Delegation.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("yieldFrom"))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Type::getMethodDescriptor)
            .collect(Collectors.toSet());
    for (Class<?> api : new Class<?>[] {Coroutines.class, Yielder.class}) {
      Arrays.stream(api.getDeclaredMethods())
          .filter(method -> method.getName().equals("yieldFrom"))
          .map(method -> RuntimeNames.twinDescriptor(Type.getMethodDescriptor(method)))
          .forEach(descriptor -> assertThat(counterparts).contains(descriptor));
    }
  }

  @Test
  void every_view_has_a_type_and_a_converter_that_makes_it() throws ReflectiveOperationException {
    for (GeneratorView view : GeneratorView.values()) {
      Class<?> type = Class.forName(view.type().replace('/', '.'));
      if (view.converter().isEmpty()) {
        assertThat(type).isAssignableFrom(GeneratorFrame.class);
      } else {
        boolean restarts = view == GeneratorView.ITERABLE;
        Class<?> from = restarts ? RestartableFrame.class : GeneratorFrame.class;
        Method converter = Views.class.getMethod(view.converter().get(), from);
        assertThat(converter.getReturnType()).isEqualTo(type);
        assertThat(Modifier.isStatic(converter.getModifiers())).isTrue();
      }
    }
  }

  @Test
  void twins_and_bodies_are_known_by_their_descriptors() {
    String twin = RuntimeNames.twinDescriptor("(I)V");
    assertThat(twin).isEqualTo("(ILdev/weft/runtime/GeneratorFrame;)V");
    assertThat(RuntimeNames.isTwinDescriptor(twin)).isTrue();
    assertThat(RuntimeNames.isTwinDescriptor("(I)V")).isFalse();
    String body = RuntimeNames.BODY_PARAMETERS + "I)V";
    assertThat(RuntimeNames.isBodyDescriptor(body)).isTrue();
    assertThat(RuntimeNames.isBodyDescriptor(twin)).isFalse();
  }
}
