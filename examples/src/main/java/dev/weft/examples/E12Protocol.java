package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.StopIteration;
import java.util.ArrayList;
import java.util.List;

/**
 * A protocol is written as the conversation that it is: where the session stands is where its code
 * stands, and needs no variable.
 *
 * <p>Prints both sides of a session in which a server takes a message, as SMTP has it; and where
 * the session stands while it waits for the text.
 */
public final class E12Protocol {
  private static final List<String> CLIENT =
      List.of(
          "DATA",
          "MAIL FROM:<ann@example.com>",
          "RCPT TO:<bob@example.com>",
          "RCPT TO:<cid@example.com>",
          "DATA",
          "Lunch?",
          ".",
          "QUIT");

  private E12Protocol() {}

  /** Plays the client. */
  public static void main(String[] args) {
    Generator<String, String, Integer> session = session();
    System.out.println("S: " + session.next());
    try {
      for (String line : CLIENT) {
        System.out.println("C: " + line);
        String reply = session.send(line);
        if (reply != null) {
          System.out.println("S: " + reply);
        } else {
          System.out.println("at " + session.snapshot().frames().get(0));
        }
      }
    } catch (StopIteration end) {
      System.out.println("messages: " + end.value());
    }
  }

  /** A session: gives out the replies, takes in the lines of the client. */
  @Coroutine
  static Generator<String, String, Integer> session() {
    int messages = 0;
    String command = Coroutines.yield("220 ready");
    while (!command.equals("QUIT")) {
      if (command.startsWith("MAIL ") && message()) {
        messages++;
        command = Coroutines.yield("250 accepted");
      } else {
        command = Coroutines.yield("503 bad sequence");
      }
    }
    return Coroutines.done(messages);
  }

  /** One message, up to the line with a dot; whether there was one. */
  @Coroutine
  private static boolean message() {
    List<String> recipients = new ArrayList<>();
    String command = Coroutines.yield("250 sender ok");
    while (command.startsWith("RCPT ")) {
      recipients.add(command.substring("RCPT TO:".length()));
      command = Coroutines.yield("250 recipient ok");
    }
    if (recipients.isEmpty() || !command.equals("DATA")) {
      return false;
    }
    String line = Coroutines.yield("354 go on, and end with a dot");
    while (!line.equals(".")) {
      line = Coroutines.yield(); // a line of text gets no reply
    }
    System.out.println("for " + recipients);
    return true;
  }
}
