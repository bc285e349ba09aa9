package dev.weft.agent.rewrite.model;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * The names and descriptors of everything in {@code weft-core} that weaving reads or that woven
 * code calls. The weaver knows that library by these names only and never loads it, since it has to
 * weave it, too; a test holds each against the library.
 */
public final class RuntimeNames {
  /** Every class that can hold coroutine code of its own names something that begins so. */
  public static final String LIBRARY = "dev/weft/";

  /** The annotation. */
  public static final String ANNOTATION = "Ldev/weft/Coroutine;";

  /** The class whose static methods are replaced. */
  public static final String COROUTINES = "dev/weft/Coroutines";

  /** The interface whose methods are replaced likewise. */
  public static final String YIELDER = "dev/weft/Yielder";

  /** What generator methods return, and what makes generators of lambdas. */
  public static final String GENERATOR = "dev/weft/Generator";

  /** The interface of coroutine lambdas that return something. */
  public static final String BODY = "dev/weft/Body";

  /** The interface of those that return nothing. */
  public static final String VOID_BODY = "dev/weft/VoidBody";

  /** What closing a generator raises in it. */
  public static final String GENERATOR_EXIT = "dev/weft/GeneratorExit";

  /** The JDK's bootstrap methods of lambdas. */
  public static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /** The superclass of all frames; first parameter of every woven body. */
  public static final String FRAME = "dev/weft/runtime/Frame";

  /** The running coroutine; second parameter of every woven body and last of every twin. */
  public static final String COROUTINE = "dev/weft/runtime/GeneratorFrame";

  /** The superclass of the frames of methods that return Iterable. */
  public static final String RESTARTABLE = "dev/weft/runtime/RestartableFrame";

  /** The superclass of the frames of generator methods that are delegated to where called. */
  public static final String DELEGATE = "dev/weft/runtime/DelegateFrame";

  /** The superclass of the frames of generator methods that are tracked. */
  public static final String TRACKED_GENERATOR = "dev/weft/tracking/TrackedGenerator";

  /** The superclass of the frames of subroutines that are tracked. */
  public static final String TRACKED_SUBROUTINE = "dev/weft/tracking/TrackedSubroutine";

  /** What tells of the generators that are tracked. */
  public static final String TRACKING = "dev/weft/tracking/Tracking";

  /** What {@code done} evaluates to where it is not returned at once. */
  public static final String COMPLETION = "dev/weft/runtime/Completion";

  /** The subroutines behind {@code yieldFrom}. */
  public static final String DELEGATION = "dev/weft/runtime/Delegation";

  /** Generators as the other types that generator methods may declare. */
  public static final String VIEWS = "dev/weft/runtime/Views";

  /** The bootstrap methods. */
  public static final String COMPANIONS = "dev/weft/runtime/Companions";

  /** What resumes soaked methods. */
  public static final String SOAK = "dev/weft/runtime/Soak";

  /** The check behind twins. */
  public static final String OVERRIDES = "dev/weft/runtime/Overrides";

  /** The descriptors of {@link #FRAME} and {@link #COROUTINE}. */
  public static final String FRAME_TYPE = "L" + FRAME + ";";

  /** The descriptor of {@link #COROUTINE}. */
  public static final String COROUTINE_TYPE = "L" + COROUTINE + ";";

  /** How the descriptor of every woven body begins: frame, coroutine, what it is resumed with. */
  public static final String BODY_PARAMETERS =
      "(" + FRAME_TYPE + COROUTINE_TYPE + "Ljava/lang/Object;";

  /** The version of the runtime that woven classes need. */
  public static final int VERSION = 1;

  /** The mask of the resume point in the state of a generator. */
  public static final int POINT = 0xFFFF;

  /** The mask of the kind of a primitive that was yielded, in the state of a generator. */
  public static final int KIND = 0xF << RuntimeNames.KIND_SHIFT;

  /** The mark of running, in the state of a generator. */
  public static final int RUNNING = 1 << 31;

  /** The mark of having ended, in the state of a generator. */
  public static final int CLOSED = 1 << 30;

  /** The state of a generator whose body has just returned: closed, with a result. */
  public static final int ENDED = CLOSED | 1 << 28;

  /** Part of the name of every companion class. */
  public static final String COMPANION_MARK = "$$Weft$";

  /** The methods of {@link #COROUTINES} and {@link #YIELDER} that suspend. */
  public static final Set<String> SUSPENDING = Set.of("yield", "yieldFrom");

  /** The packages of the library: these two as a whole, and its users' with some classes. */
  private static final String RUNTIME_PACKAGE = LIBRARY + "runtime/";

  private static final String TRACKING_PACKAGE = LIBRARY + "tracking/";

  private static final Set<String> API =
      Set.of(
          LIBRARY + "Bodies",
          BODY,
          LIBRARY + "Coroutine",
          COROUTINES,
          GENERATOR,
          GENERATOR_EXIT,
          LIBRARY + "NotWoven",
          LIBRARY + "Snapshot",
          LIBRARY + "State",
          LIBRARY + "StopIteration",
          VOID_BODY,
          YIELDER);

  /** Where the kind begins in the state; it is numbered as ASM numbers the sorts of types. */
  private static final int KIND_SHIFT = 16;

  private static final int MOST_PARAMETER_SLOTS = 255;

  private RuntimeNames() {}

  /** Whether a class is the library's own; those are woven when the library is built. */
  public static boolean isLibrary(String name) {
    return name.startsWith(LIBRARY)
        && (name.startsWith(RUNTIME_PACKAGE) || name.startsWith(TRACKING_PACKAGE) || isApi(name));
  }

  private static boolean isApi(String name) {
    int nested = name.indexOf('$');
    return API.contains(nested < 0 ? name : name.substring(0, nested));
  }

  /** The descriptor of a method's twin: the coroutine comes last. */
  public static String twinDescriptor(String plain) {
    return plain.replace(")", COROUTINE_TYPE + ")");
  }

  /** The kind of a value that is yielded, in its place in the state; 0 for a reference. */
  public static int kindOf(Type yielded) {
    return Primitives.isPrimitive(yielded) ? yielded.getSort() << KIND_SHIFT : 0;
  }

  /** Whether a method can have a twin: one more parameter must fit (JVMS 4.3.3). */
  public static boolean fitsTwin(String plain) {
    return (Type.getArgumentsAndReturnSizes(plain) >> 2) + 1 <= MOST_PARAMETER_SLOTS;
  }

  /** Whether a descriptor is a twin's. */
  public static boolean isTwinDescriptor(String descriptor) {
    return descriptor.contains(COROUTINE_TYPE + ")");
  }

  /** Whether a descriptor is that of a woven body. */
  public static boolean isBodyDescriptor(String descriptor) {
    return descriptor.startsWith(BODY_PARAMETERS);
  }
}
