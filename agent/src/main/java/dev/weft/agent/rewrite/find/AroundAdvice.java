package dev.weft.agent.rewrite.find;

import static dev.weft.agent.rewrite.model.RuntimeNames.ANNOTATION;

import dev.weft.agent.rewrite.model.CoroutineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the code of coroutine methods that AspectJ has put advice around. It has moved that code to
 * another method, {@code walk_aroundBody0}, which the advice reaches by proceeding, and has left
 * the annotation where the advice is called. Here the annotation follows the code:
 *
 * <ol>
 *   <li>The method that has the code is a coroutine.
 *   <li>What calls the advice stays one if it is a subroutine, since coroutines call its twin; a
 *       generator method is a plain method now, which returns what the advice does.
 * </ol>
 */
final class AroundAdvice {
  /** Between the name of the method that had the code and a number. */
  private static final String MOVED = "_aroundBody";

  private static final String JOIN_POINT = "Lorg/aspectj/lang/JoinPoint;";

  private final ClassNode type;
  private final Predicate<MethodNode> holdsCode;

  private AroundAdvice(ClassNode type, Predicate<MethodNode> holdsCode) {
    this.type = type;
    this.holdsCode = holdsCode;
  }

  /** Whether a class has any. */
  static boolean isIn(ClassNode type) {
    return type.methods.stream().anyMatch(method -> method.name.contains(MOVED));
  }

  /**
   * Lets the annotations of a class follow the code.
   *
   * @param type the class
   * @param holdsCode whether a method yields or ends a generator; what else is made for the advice
   *     of a generator method does not
   */
  static void followCode(ClassNode type, Predicate<MethodNode> holdsCode) {
    new AroundAdvice(type, holdsCode).followCode();
  }

  private void followCode() {
    for (MethodNode method : type.methods) {
      if (isMoved(method.name)
          && (method.access & Opcodes.ACC_STATIC) != 0
          && holdsCode.test(method)) {
        String name = method.name.substring(0, method.name.lastIndexOf(MOVED));
        advised(name, method.desc).ifPresent(advised -> move(advised, method));
      }
    }
  }

  private static boolean isMoved(String name) {
    int mark = name.lastIndexOf(MOVED);
    String number = mark < 0 ? "" : name.substring(mark + MOVED.length());
    return !number.isEmpty() && number.chars().allMatch(Character::isDigit);
  }

  /** The coroutine method whose code has been moved to a method with that descriptor. */
  private Optional<MethodNode> advised(String name, String descriptor) {
    return type.methods.stream()
        .filter(method -> method.name.equals(name) && annotation(method).isPresent())
        .filter(method -> movedDescriptors(method).contains(descriptor))
        .findFirst();
  }

  /** The join point is handed on only if the advice asks for it. */
  private List<String> movedDescriptors(MethodNode method) {
    boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
    String self = isStatic ? "" : Type.getObjectType(type.name).getDescriptor();
    int end = method.desc.indexOf(')');
    String parameters = "(" + self + method.desc.substring(1, end);
    String result = method.desc.substring(end);
    return List.of(parameters + result, parameters + JOIN_POINT + result);
  }

  private static void move(MethodNode from, MethodNode to) {
    AnnotationNode annotation = annotation(from).orElseThrow();
    if (CoroutineKind.of(from.desc) == CoroutineKind.GENERATOR) {
      from.visibleAnnotations.remove(annotation);
    }
    if (to.visibleAnnotations == null) {
      to.visibleAnnotations = new ArrayList<>();
    }
    to.visibleAnnotations.add(annotation);
  }

  private static Optional<AnnotationNode> annotation(MethodNode method) {
    return Optional.ofNullable(method.visibleAnnotations).stream()
        .flatMap(List::stream)
        .filter(annotation -> annotation.desc.equals(ANNOTATION))
        .findFirst();
  }
}
