package dev.weft.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;

/**
 * Defines the companion classes of a woven class: its frames, and the classes of its lambdas. Their
 * bytes travel in the woven class as constants, one byte to a character.
 */
public final class Companions {
  /** The version of this package, stamped into woven classes; they need the very same. */
  public static final int VERSION = 1;

  private Companions() {}

  /**
   * Bootstraps a call site that gives null, having defined a companion. That it is defined already,
   * by another call site or another thread, is success.
   *
   * <p>Its parameters are those of {@link java.lang.invoke.LambdaMetafactory#altMetafactory}, and
   * its call site is one like those of lambdas: for both the JVM has all the method handles that it
   * needs, while making others takes it many times what defining a class takes.
   *
   * @param lookup the woven class
   * @param name ignored
   * @param type {@code ()Object}
   * @param arguments the version that the class was woven for, an Integer; the binary name of the
   *     companion, and its class file in pieces, Strings
   * @return the call site
   * @throws IllegalAccessException if the lookup is not of the woven class itself
   * @throws LinkageError if the class was woven for another version, or cannot be defined
   */
  public static CallSite define(Lookup lookup, String name, MethodType type, Object... arguments)
      throws IllegalAccessException {
    requireVersion(lookup.lookupClass().getName(), (Integer) arguments[0]);
    String companion = (String) arguments[1];
    try {
      lookup.defineClass(bytes(arguments));
    } catch (LinkageError e) {
      requireDefined(lookup, companion, e);
    }
    return new ConstantCallSite(MethodHandles.constant(Object.class, null));
  }

  private static byte[] bytes(Object[] arguments) {
    StringBuilder pieces = new StringBuilder();
    for (int i = 2; i < arguments.length; i++) {
      pieces.append((String) arguments[i]);
    }
    return pieces.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Refuses what was woven for another version; frames that are class files of their own ask this
   * when they are initialised.
   *
   * @param woven the name of the woven class
   * @param version the version it was woven for
   * @throws LinkageError if that is not this version
   */
  public static void requireVersion(String woven, int version) {
    if (version != VERSION) {
      throw new LinkageError(
          woven
              + " was woven for version "
              + version
              + " of Weft's runtime, but this is version "
              + VERSION
              + ": use a weft-core and a weft-agent of one release");
    }
  }

  private static void requireDefined(Lookup lookup, String companion, LinkageError cause) {
    try {
      Class.forName(companion, false, lookup.lookupClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      cause.addSuppressed(e);
      throw cause;
    }
  }
}
