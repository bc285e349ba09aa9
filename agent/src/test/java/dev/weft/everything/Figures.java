package dev.weft.everything;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of weaving a library. Mutable: counted class by class. */
final class Figures {
  private static final double BYTES_IN_MEGABYTE = 1e6;
  private static final double NANOSECONDS_IN_SECOND = 1e9;
  private static final String NAME_FORMAT = "%-36.36s";

  private final Map<Column, Long> counts = new EnumMap<>(Column.class);
  private final String library;
  private long bytes;
  private long nanoseconds;

  Figures(String library) {
    this.library = library;
  }

  /** What is counted. */
  enum Column {
    CLASSES("classes"),
    METHODS("methods"),
    POINTS("points"),
    /** Calls that stay plain because a monitor is held. */
    MONITOR("monitor"),
    /** Calls that stay plain because their method has so many parameters that it has no twin. */
    WIDE_CALL("wide call"),
    /** Methods that are no coroutines: constructors and static initialisers. */
    INITIALISERS("initialisers"),
    /** Methods that are refused since their woven form is too large. */
    TOO_LARGE("too large"),
    /** Methods that are refused since they have too many parameters. */
    PARAMETERS("parameters"),
    /** Classes that cannot be linked as they are, for want of other classes mostly. */
    UNLINKABLE("unlinkable"),
    /** Classes that can be linked as they are, but not woven. */
    VERIFY_ERRORS("verify errors"),
    /** Classes at which the weaver itself failed. */
    EXCEPTIONS("exceptions");

    private final String title;

    Column(String title) {
      this.title = title;
    }

    private String cell(Object value) {
      return String.format(Locale.ROOT, "%" + Math.max(title.length(), 9) + "s", value);
    }
  }

  /** Adds to a count. */
  void count(Column column, long more) {
    counts.merge(column, more, Long::sum);
  }

  /** Adds to the time that weaving took. */
  void time(long moreBytes, long moreNanoseconds) {
    bytes += moreBytes;
    nanoseconds += moreNanoseconds;
  }

  /** Adds all of another library. */
  void add(Figures other) {
    other.counts.forEach(this::count);
    time(other.bytes, other.nanoseconds);
  }

  /** A count. */
  long get(Column column) {
    return counts.getOrDefault(column, 0L);
  }

  /** Whether every class was woven, and as well verified as before. */
  boolean isClean() {
    return get(Column.VERIFY_ERRORS) == 0 && get(Column.EXCEPTIONS) == 0;
  }

  /** The head of a table of figures. */
  static String head() {
    return String.format(NAME_FORMAT, "library")
        + "       MB  seconds     s/MB "
        + Stream.of(Column.values()).map(c -> c.cell(c.title)).collect(Collectors.joining(" "));
  }

  /** A line of the table. */
  @Override
  public String toString() {
    double megabytes = bytes / BYTES_IN_MEGABYTE;
    double seconds = nanoseconds / NANOSECONDS_IN_SECOND;
    return String.format(NAME_FORMAT, library)
        + String.format(Locale.ROOT, "%9.2f%9.2f%9.2f ", megabytes, seconds, seconds / megabytes)
        + Stream.of(Column.values()).map(c -> c.cell(get(c))).collect(Collectors.joining(" "));
  }
}
