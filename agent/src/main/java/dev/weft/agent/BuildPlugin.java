package dev.weft.agent;

import dev.weft.agent.build.BuildWeaver;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.WovenClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import org.jspecify.annotations.Nullable;

/**
 * Weaves in a build, by Byte Buddy's plugins for Maven and Gradle. Woven classes then run with
 * {@code weft-core} alone; their frames are class files beside them.
 *
 * <p>A class that holds something which cannot be woven fails the build, and stays as it was.
 *
 * <p>Thread-safe once it is initialised. Byte Buddy is on the class path of its plugins, and is not
 * in the agent's jar.
 */
public final class BuildPlugin implements Plugin.WithInitialization {
  private final BuildOptions options;
  private final BuildLogger log;
  private @Nullable ClassFileLocator files;
  private @Nullable BuildWeaver weaver;

  /**
   * Made by Byte Buddy, without options.
   *
   * @param log the log of the build
   */
  public BuildPlugin(BuildLogger log) {
    this("", log);
  }

  /**
   * Made by Byte Buddy.
   *
   * @param options {@code locals=scope}, {@code track} and {@code refusals=warn}, separated by
   *     commas; see {@link BuildOptions}
   * @param log the log of the build
   * @throws IllegalArgumentException if an option is unknown or wrong
   */
  public BuildPlugin(String options, BuildLogger log) {
    this.options = BuildOptions.parse(options);
    this.log = log;
  }

  @Override
  public Map<TypeDescription, byte[]> initialize(ClassFileLocator classFiles) {
    files = classFiles;
    weaver = new BuildWeaver(name -> read(classFiles, name), options.weaving());
    return Map.of();
  }

  private static Optional<byte[]> read(ClassFileLocator classFiles, String internalName) {
    try {
      ClassFileLocator.Resolution found = classFiles.locate(internalName.replace('/', '.'));
      return found.isResolved() ? Optional.of(found.resolve()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, e);
    }
  }

  /** Whether there is anything to weave; all other classes stay as they are. */
  @Override
  public boolean matches(@Nullable TypeDescription type) {
    return type != null
        && read(files(), type.getInternalName())
            .flatMap(classFile -> weaver().weave(type.getInternalName(), classFile))
            .isPresent();
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator classFiles) {
    return builder.visit(new WeavingWrapper(this::weave));
  }

  /** Weaves what other plugins may have changed before. */
  private Optional<WovenClass> weave(String name, byte[] classFile) {
    Optional<WovenClass> woven = weaver().weave(name, classFile);
    woven.map(WovenClass::refusals).ifPresent(this::report);
    return woven;
  }

  private void report(List<Refusal> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    if (options.refusalsFail()) {
      String all = refusals.stream().map(Refusal::message).collect(Collectors.joining("\n"));
      throw new IllegalStateException(all);
    }
    refusals.forEach(refusal -> log.warn(refusal.message()));
  }

  private BuildWeaver weaver() {
    return initialized(weaver);
  }

  private ClassFileLocator files() {
    return initialized(files);
  }

  private static <T> T initialized(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(
          "Weft's build plugin was not initialised: use Byte Buddy 1.17 or newer");
    }
    return value;
  }

  @Override
  public void close() {
    weaver = null;
    files = null;
  }
}
