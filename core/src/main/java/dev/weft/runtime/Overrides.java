package dev.weft.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds overrides of one coroutine method that were not woven, so that its twin does not hide them:
 * a subclass that was already being loaded when its parent was woven.
 *
 * <p>Each twin has an instance of its own, a constant for the compiler; what is known of a class is
 * kept there, and the class met first is found by one comparison.
 *
 * <p>Thread-safe.
 */
public final class Overrides {
  private static final int NOT_OVERRIDING = Modifier.STATIC | Modifier.PRIVATE;

  private final Class<?> declaring;
  private final String name;
  private final String descriptor;

  private final ClassValue<Answer> answers =
      new ClassValue<>() {
        @Override
        protected Answer computeValue(Class<?> type) {
          return answerOf(type);
        }
      };

  /**
   * The class met first whose objects run the twin. Weak, as it may outlive that class. A thread
   * that does not see it yet looks its class up.
   */
  private WeakReference<Class<?>> firstOwn = new WeakReference<>(null);

  private Overrides(Class<?> declaring, String name, String descriptor) {
    this.declaring = declaring;
    this.name = name;
    this.descriptor = descriptor;
  }

  private enum Answer {
    TWIN,
    PLAIN,
    ASK_EACH
  }

  /**
   * Bootstraps a call site that gives the same instance at each call. Its parameters are as they
   * are for the reason that {@link Companions#define} tells.
   *
   * @param lookup the woven class that declares the method
   * @param name the name of the method
   * @param type {@code ()Overrides}
   * @param arguments the version that the class was woven for, an Integer, and the descriptor of
   *     the plain method, a String
   * @return the call site
   * @throws LinkageError if the class was woven for another version
   */
  public static CallSite link(Lookup lookup, String name, MethodType type, Object... arguments) {
    Class<?> declaring = lookup.lookupClass();
    Companions.requireVersion(declaring.getName(), (Integer) arguments[0]);
    Overrides overrides = of(declaring, name, (String) arguments[1]);
    return new ConstantCallSite(MethodHandles.constant(Overrides.class, overrides));
  }

  /**
   * Makes the instance of a twin.
   *
   * @param declaring the woven class that declares the method
   * @param name the name of the method
   * @param descriptor the descriptor of the plain method
   * @return the instance
   */
  public static Overrides of(Class<?> declaring, String name, String descriptor) {
    return new Overrides(declaring, name, descriptor);
  }

  /**
   * Whether a type between the receiver's class and the declaring one overrides the plain method
   * but has no twin of it; or the receiver is a mock, whose answers are in its plain methods.
   *
   * @param receiver the receiver of the call
   * @return true if the plain method is to be called
   */
  public boolean hidden(Object receiver) {
    Class<?> type = receiver.getClass();
    return !firstOwn.refersTo(type) && hiddenIn(type, receiver);
  }

  private boolean hiddenIn(Class<?> type, Object receiver) {
    Answer answer = answers.get(type);
    if (answer == Answer.TWIN) {
      if (firstOwn.refersTo(null)) {
        firstOwn = new WeakReference<>(type);
      }
      return false;
    }
    return answer == Answer.PLAIN || Mocks.isMock(receiver);
  }

  private Answer answerOf(Class<?> receiver) {
    if (isHidden(receiver)) {
      return Answer.PLAIN;
    }
    return Mocks.mayBeMocks(receiver) ? Answer.ASK_EACH : Answer.TWIN;
  }

  private boolean isHidden(Class<?> receiver) {
    try {
      MethodType plain =
          MethodType.fromMethodDescriptorString(descriptor, receiver.getClassLoader());
      MethodType twin = plain.appendParameterTypes(GeneratorFrame.class);
      return isHiddenByClass(receiver, plain, twin)
          .orElseGet(() -> isHiddenByInterface(receiver, plain, twin));
    } catch (LinkageError | TypeNotPresentException e) {
      return false; // a class whose methods cannot be listed; the twin is the best guess
    }
  }

  /** What the nearest class says that declares the plain method or its twin; if one does. */
  private Optional<Boolean> isHiddenByClass(Class<?> receiver, MethodType plain, MethodType twin) {
    for (Class<?> type = receiver; type != null; type = type.getSuperclass()) {
      if (type == declaring || declares(type, name, twin)) {
        return Optional.of(false);
      }
      if (declares(type, name, plain)) {
        return Optional.of(true);
      }
    }
    return Optional.empty();
  }

  /** As the twin of this interface was called, no interface that extends it has one. */
  private boolean isHiddenByInterface(Class<?> receiver, MethodType plain, MethodType twin) {
    return interfaces(receiver)
        .filter(type -> type != declaring && declaring.isAssignableFrom(type))
        .anyMatch(type -> declares(type, name, plain) && !declares(type, name, twin));
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
