package dev.weft.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What methods and types mean to Weft, whose library is known by its names only.
 *
 * <p>Belongs to one compilation, and to its thread.
 */
final class Model {
  /** The annotation. */
  static final String ANNOTATION = "dev.weft.Coroutine";

  private static final String COROUTINES = "dev.weft.Coroutines";
  private static final String YIELDER = "dev.weft.Yielder";
  private static final Set<String> SUSPENDING = Set.of("yield", "yieldFrom");
  private static final Set<String> ENDING = Set.of("done", "end");
  private static final Set<String> GENERATORS =
      Set.of(
          "dev.weft.Generator",
          "java.util.Iterator",
          "java.lang.Iterable",
          "java.util.stream.Stream",
          "java.util.PrimitiveIterator.OfInt",
          "java.util.PrimitiveIterator.OfLong",
          "java.util.PrimitiveIterator.OfDouble",
          "java.util.stream.IntStream",
          "java.util.stream.LongStream",
          "java.util.stream.DoubleStream");

  private final Elements elements;
  private final Types types;
  private final Map<ExecutableElement, Boolean> coroutines = new HashMap<>();

  Model(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The class that declares a method. */
  static TypeElement owner(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** Whether a method has the annotation itself, so that its body may yield. */
  static boolean isAnnotated(Element method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), ANNOTATION));
  }

  /** Whether a call of a method can reach a coroutine: it, or what it overrides, is annotated. */
  boolean isCoroutine(ExecutableElement method) {
    Boolean known = coroutines.get(method);
    if (known == null) {
      known = isAnnotated(method) || overridden(method).anyMatch(Model::isAnnotated);
      coroutines.put(method, known);
    }
    return known;
  }

  private Stream<ExecutableElement> overridden(ExecutableElement method) {
    TypeElement owner = owner(method);
    boolean fixed =
        method.getKind() != ElementKind.METHOD
            || method.getModifiers().contains(Modifier.STATIC)
            || method.getModifiers().contains(Modifier.PRIVATE);
    return fixed
        ? Stream.empty()
        : supertypes(owner)
            .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
            .filter(candidate -> candidate.getSimpleName().equals(method.getSimpleName()))
            .filter(candidate -> elements.overrides(method, candidate, owner));
  }

  private Stream<TypeElement> supertypes(TypeElement type) {
    return types.directSupertypes(type.asType()).stream()
        .flatMap(Model::declaration)
        .flatMap(supertype -> Stream.concat(Stream.of(supertype), supertypes(supertype)));
  }

  /** The class or interface of a type; none where the code has errors. */
  private static Stream<TypeElement> declaration(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? Stream.of((TypeElement) ((DeclaredType) type).asElement())
        : Stream.empty();
  }

  /** Whether a method, if it is a coroutine, gives a generator when it is called. */
  boolean returnsGenerator(ExecutableElement method) {
    TypeMirror erased = types.erasure(method.getReturnType());
    return GENERATORS.stream().anyMatch(name -> isNamed(erased, name));
  }

  /** Whether a call of a method can suspend its caller. */
  boolean isSubroutine(ExecutableElement method) {
    return !returnsGenerator(method) && isCoroutine(method);
  }

  /** Whether a method is a yield of {@code Coroutines}. */
  static boolean isYield(ExecutableElement method) {
    return isMember(method, COROUTINES, SUSPENDING);
  }

  /** Whether a method is a yield of {@code Yielder}, and not of a class that implements it. */
  static boolean isYielder(ExecutableElement method) {
    return isMember(method, YIELDER, SUSPENDING);
  }

  /** Whether a method ends a generator method that returns what it gives. */
  static boolean isEnd(ExecutableElement method) {
    return isMember(method, COROUTINES, ENDING);
  }

  private static boolean isMember(ExecutableElement method, String type, Set<String> names) {
    return names.contains(method.getSimpleName().toString())
        && isNamed(owner(method).asType(), type);
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().contentEquals(name);
  }

  /** The methods that a lambda of an interface is; none where the code has errors. */
  List<ExecutableElement> functions(@Nullable TypeMirror type) {
    return (type == null ? Stream.<TypeMirror>empty() : parts(type))
        .flatMap(Model::declaration)
        .flatMap(part -> ElementFilter.methodsIn(elements.getAllMembers(part)).stream())
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isDeclaredByObject(method))
        .toList();
  }

  private static Stream<? extends TypeMirror> parts(TypeMirror type) {
    return switch (type.getKind()) {
      case INTERSECTION -> ((IntersectionType) type).getBounds().stream().flatMap(Model::parts);
      case DECLARED -> Stream.of(type);
      default -> Stream.empty();
    };
  }

  /** An interface may repeat equals, hashCode or toString; a lambda has that of Object. */
  private boolean isDeclaredByObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement(Object.class.getName());
    TypeElement owner = owner(method);
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .filter(candidate -> candidate.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(candidate -> elements.overrides(method, candidate, owner));
  }

  /** The name by which the weaver calls a method. */
  String nameOf(ExecutableElement method) {
    return nameOf(owner(method), method.getSimpleName().toString());
  }

  /** The name by which it calls a method that a class has. */
  String nameOf(TypeElement owner, String method) {
    return elements.getBinaryName(owner) + "." + method;
  }

  /** What a class has by the name of a method of its own: methods, or constructors. */
  List<ExecutableElement> overloads(ExecutableElement method) {
    return elements.getAllMembers(owner(method)).stream()
        .filter(member -> member.getKind() == method.getKind())
        .filter(member -> member.getSimpleName().equals(method.getSimpleName()))
        .map(member -> (ExecutableElement) member)
        .toList();
  }

  /** Whether the erasure of one type is a subtype of that of another, and not the same. */
  boolean isNarrower(TypeMirror type, TypeMirror than) {
    return !isSame(type, than) && types.isSubtype(types.erasure(type), types.erasure(than));
  }

  /** Whether two types have the same erasure. */
  boolean isSame(TypeMirror type, TypeMirror other) {
    return types.isSameType(types.erasure(type), types.erasure(other));
  }
}
