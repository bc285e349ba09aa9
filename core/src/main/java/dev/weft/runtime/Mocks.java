package dev.weft.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Recognises the mocks of Mockito, whose answers are in the plain methods of a class, also where no
 * subclass is made for them.
 */
final class Mocks {
  /** By class: Mockito's own question, of an object; empty where there is none. */
  private static final ClassValue<Optional<MethodHandle>> QUESTION =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return question(type.getClassLoader());
        }
      };

  private Mocks() {}

  /** Whether objects of a class can be mocks: whether the class sees Mockito at all. */
  static boolean mayBeMocks(Class<?> type) {
    return QUESTION.get(type).isPresent();
  }

  /** Whether an object is a mock or a spy. */
  static boolean isMock(Object object) {
    Optional<MethodHandle> question = QUESTION.get(object.getClass());
    try {
      return question.isPresent() && (boolean) question.get().invokeExact(object);
    } catch (Throwable e) {
      throw Raised.sneak(e);
    }
  }

  private static Optional<MethodHandle> question(ClassLoader loader) {
    try {
      Class<?> mockito = Class.forName("org.mockito.Mockito", false, loader);
      Class<?> details = Class.forName("org.mockito.MockingDetails", false, loader);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle of =
          lookup.findStatic(
              mockito, "mockingDetails", MethodType.methodType(details, Object.class));
      MethodHandle isMock =
          lookup.findVirtual(details, "isMock", MethodType.methodType(boolean.class));
      return Optional.of(MethodHandles.filterReturnValue(of, isMock));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // no Mockito here, or one of another shape
    }
  }
}
