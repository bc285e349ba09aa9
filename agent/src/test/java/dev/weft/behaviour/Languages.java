package dev.weft.behaviour;

import groovy.lang.GroovyClassLoader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.tools.GroovyClass;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import scala.tools.nsc.Main$;

/** Compiles programs that are written in other languages; the class files by name. */
final class Languages {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Languages() {}

  static Map<String, byte[]> compileKotlin(String file, Path directory) throws IOException {
    Path source = copy(file, directory);
    Path classes = Files.createDirectories(directory.resolve("kotlin"));
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    ExitCode exit =
        new K2JVMCompiler()
            .exec(
                new PrintStream(messages, true, StandardCharsets.UTF_8),
                source.toString(),
                "-d",
                classes.toString(),
                "-cp",
                CLASS_PATH,
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "17");
    return classFiles(classes, exit == ExitCode.OK, messages.toString(StandardCharsets.UTF_8));
  }

  static Map<String, byte[]> compileScala(String file, Path directory) throws IOException {
    Path source = copy(file, directory);
    Path classes = Files.createDirectories(directory.resolve("scala"));
    String[] arguments = {
      "-d",
      classes.toString(),
      "-classpath",
      CLASS_PATH,
      "-release",
      "17",
      "-nowarn",
      source.toString()
    };
    boolean compiled = Main$.MODULE$.process(arguments);
    return classFiles(classes, compiled, "scalac's messages are on the console");
  }

  static Map<String, byte[]> compileGroovy(String file) throws IOException {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setTargetBytecode(CompilerConfiguration.JDK17);
    GroovyClassLoader loader = new GroovyClassLoader(Languages.class.getClassLoader());
    CompilationUnit unit = new CompilationUnit(configuration, null, loader);
    unit.addSource(file, new String(read(file), StandardCharsets.UTF_8));
    unit.compile(Phases.CLASS_GENERATION);
    Map<String, byte[]> classes = new HashMap<>();
    for (GroovyClass type : unit.getClasses()) {
      classes.put(type.getName(), type.getBytes());
    }
    return classes;
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = Languages.class.getResourceAsStream("/languages/" + file)) {
      return in.readAllBytes();
    }
  }

  private static Path copy(String file, Path directory) throws IOException {
    return Files.write(directory.resolve(file), read(file));
  }

  private static Map<String, byte[]> classFiles(Path directory, boolean compiled, String messages) {
    if (!compiled) {
      throw new IllegalArgumentException(messages);
    }
    return classFiles(directory);
  }

  /** The class files below a directory. */
  static Map<String, byte[]> classFiles(Path directory) {
    Map<String, byte[]> classes = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = directory.relativize(file).toString().replace(File.separatorChar, '.');
        classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }
}
