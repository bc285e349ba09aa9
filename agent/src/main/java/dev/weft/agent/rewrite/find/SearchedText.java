package dev.weft.agent.rewrite.find;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that is looked for in bytes, by Horspool's algorithm: most of the bytes are skipped, which
 * matters as long as this code is interpreted.
 */
final class SearchedText {
  private final byte[] text;

  /** How far to go on from a byte below the last of the text. */
  private final byte[] skips = new byte[256];

  /** Prepares a search for a text of ASCII characters. */
  SearchedText(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    int last = this.text.length - 1;
    Arrays.fill(skips, (byte) this.text.length);
    for (int i = 0; i < last; i++) {
      skips[this.text[i]] = (byte) (last - i);
    }
  }

  /** Whether it is in there. */
  boolean isIn(byte[] bytes) {
    byte[] skip = skips;
    int last = text.length - 1;
    byte lastByte = text[last];
    for (int at = last; at < bytes.length; at += skip[bytes[at] & 0xFF]) {
      if (bytes[at] == lastByte && isAt(bytes, at - last)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(byte[] bytes, int at) {
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
