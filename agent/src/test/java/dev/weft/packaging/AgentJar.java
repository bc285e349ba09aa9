package dev.weft.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the agent's jar one that is quickly loaded: its lambdas are {@linkplain LambdaLinking
 * linked}, its classes have {@linkplain StackMaps stack maps}, and its files are not compressed.
 * Makes it a {@linkplain ModuleDescriptor module}, too.
 *
 * <p>Arguments: the jar, which is replaced, and the time that its files are given.
 */
public final class AgentJar {
  private AgentJar() {}

  /** Replaces a jar. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(arguments[1]), ZoneOffset.UTC);
    Path replacement = Path.of(jar + ".linked");
    Map<String, byte[]> files = new LambdaLinking(read(jar)).link();
    new StackMaps(files).add();
    files.put(ModuleDescriptor.FILE, ModuleDescriptor.make());
    write(files, time, replacement);
    Files.move(replacement, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, byte[]> read(Path jar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static void write(Map<String, byte[]> files, LocalDateTime time, Path jar)
      throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = stored(file.getKey(), file.getValue());
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
        out.write(file.getValue());
      }
    }
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
