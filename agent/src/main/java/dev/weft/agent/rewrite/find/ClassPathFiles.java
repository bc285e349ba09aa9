package dev.weft.agent.rewrite.find;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The files on a class path, read from its jars and directories. A class loader makes a URL and a
 * connection of each; while a program starts and the JDK's code is interpreted, that takes several
 * times as long.
 *
 * <p>Only the beginning is known, up to the first element that cannot be opened, or that brings
 * others along by its manifest: what comes after those is for the class loader to find. Jars stay
 * open, as the class loader's do. Thread-safe.
 */
final class ClassPathFiles {
  private static final String BRINGS_OTHERS = "Class-Path:";

  private final String[] elements;
  private final List<Element> opened = new ArrayList<>();

  /** Whether there is nothing after what has been opened that could be. */
  private boolean ended;

  /** A directory or jar. */
  private interface Element {
    @Nullable InputStream open(String file) throws IOException;
  }

  /** Those of a class path as the JVM is given it. */
  ClassPathFiles(String classPath) {
    elements = classPath.split(File.pathSeparator, -1);
  }

  /**
   * Opens a file.
   *
   * @param file its path, as in {@code p/A.class}
   * @return its content; null if it cannot be found in the part that is known
   */
  @Nullable InputStream open(String file) throws IOException {
    Element element = element(0);
    for (int i = 1; element != null; i++) {
      InputStream content = element.open(file);
      if (content != null) {
        return content;
      }
      element = element(i);
    }
    return null;
  }

  private synchronized @Nullable Element element(int index) {
    while (index >= opened.size() && !ended) {
      openNext();
    }
    return index < opened.size() ? opened.get(index) : null;
  }

  private void openNext() {
    File place = new File(elements[opened.size()]);
    ended = opened.size() == elements.length - 1;
    try {
      if (place.isDirectory()) {
        opened.add(new Directory(place));
      } else {
        Jar jar = new Jar(place);
        opened.add(jar);
        ended |= jar.bringsOthers();
      }
    } catch (IOException e) {
      ended = true;
    }
  }

  /** A directory. */
  private static final class Directory implements Element {
    private final File place;

    Directory(File place) {
      this.place = place;
    }

    @Override
    public @Nullable InputStream open(String file) throws IOException {
      File found = new File(place, file);
      return found.isFile() ? new FileInputStream(found) : null;
    }
  }

  /** A jar, seen as this release of Java sees it. */
  private static final class Jar implements Element {
    private final JarFile jar;

    Jar(File place) throws IOException {
      jar = new JarFile(place, false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    }

    @Override
    public @Nullable InputStream open(String file) throws IOException {
      ZipEntry entry = jar.getEntry(file);
      return entry == null ? null : jar.getInputStream(entry);
    }

    /** Looks through the main section, which comes first and ends with an empty line. */
    boolean bringsOthers() throws IOException {
      InputStream manifest = open(JarFile.MANIFEST_NAME);
      if (manifest == null) {
        return false;
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(manifest, StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        while (line != null && !line.isEmpty()) {
          if (line.regionMatches(true, 0, BRINGS_OTHERS, 0, BRINGS_OTHERS.length())) {
            return true;
          }
          line = lines.readLine();
        }
        return false;
      }
    }
  }
}
