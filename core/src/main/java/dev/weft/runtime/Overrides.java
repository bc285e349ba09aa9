package dev.weft.runtime;

import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds overrides of a coroutine method that were not woven, so that a twin does not hide them: a
 * subclass that was already being loaded when its parent was woven.
 *
 * <p>Thread-safe.
 */
public final class Overrides {
  private static final int NOT_OVERRIDING = Modifier.STATIC | Modifier.PRIVATE;

  private static final ClassValue<Map<Method, Boolean>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<Method, Boolean> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Overrides() {}

  private record Method(Class<?> declaring, String name, String descriptor) {}

  /**
   * Whether a type between the receiver's class and the declaring one overrides the plain method
   * but has no twin of it.
   *
   * @param receiver the receiver of the call
   * @param declaring the woven class whose twin was called
   * @param name the name of the method
   * @param descriptor the descriptor of the plain method
   * @return true if the plain method is to be called
   */
  public static boolean hidden(
      Object receiver, Class<?> declaring, String name, String descriptor) {
    if (Mocks.isMock(receiver)) {
      return true;
    }
    Map<Method, Boolean> known = KNOWN.get(receiver.getClass());
    Method method = new Method(declaring, name, descriptor);
    Boolean answer = known.get(method);
    if (answer == null) {
      answer = isHidden(receiver.getClass(), method);
      known.put(method, answer);
    }
    return answer;
  }

  private static boolean isHidden(Class<?> receiver, Method method) {
    try {
      MethodType plain =
          MethodType.fromMethodDescriptorString(method.descriptor(), receiver.getClassLoader());
      MethodType twin = plain.appendParameterTypes(GeneratorFrame.class);
      return isHiddenByClass(receiver, method, plain, twin)
          .orElseGet(() -> isHiddenByInterface(receiver, method, plain, twin));
    } catch (LinkageError | TypeNotPresentException e) {
      return false; // a class whose methods cannot be listed; the twin is the best guess
    }
  }

  /** What the nearest class says that declares the plain method or its twin; if one does. */
  private static Optional<Boolean> isHiddenByClass(
      Class<?> receiver, Method method, MethodType plain, MethodType twin) {
    for (Class<?> type = receiver; type != null; type = type.getSuperclass()) {
      if (type == method.declaring() || declares(type, method.name(), twin)) {
        return Optional.of(false);
      }
      if (declares(type, method.name(), plain)) {
        return Optional.of(true);
      }
    }
    return Optional.empty();
  }

  /** As the twin of this interface was called, no interface that extends it has one. */
  private static boolean isHiddenByInterface(
      Class<?> receiver, Method method, MethodType plain, MethodType twin) {
    return interfaces(receiver)
        .filter(type -> type != method.declaring() && method.declaring().isAssignableFrom(type))
        .anyMatch(
            type -> declares(type, method.name(), plain) && !declares(type, method.name(), twin));
  }

  private static Stream<Class<?>> interfaces(Class<?> type) {
    Stream<Class<?>> own = Arrays.stream(type.getInterfaces());
    Class<?> superclass = type.getSuperclass();
    Stream<Class<?>> direct = superclass == null ? own : Stream.concat(own, interfaces(superclass));
    return direct.flatMap(i -> Stream.concat(Stream.of(i), interfaces(i)));
  }

  private static boolean declares(Class<?> type, String name, MethodType signature) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> (method.getModifiers() & NOT_OVERRIDING) == 0)
        .filter(method -> method.getReturnType() == signature.returnType())
        .anyMatch(method -> Arrays.equals(method.getParameterTypes(), signature.parameterArray()));
  }
}
