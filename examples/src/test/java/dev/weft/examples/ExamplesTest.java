package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every example prints what it promises, in a JVM with the agent that verifies all classes. */
class ExamplesTest {
  @Test
  void hello() throws Exception {
    assertPrints(
        E01Hello.class,
        """
        next, next
        >>> coroutine started
        >>> coroutine received: null
        StopIteration
        next, send(100)
        >>> coroutine started
        >>> coroutine received: 100
        StopIteration
        send(100)
        can't send non-null value to a just-started generator
        """);
  }

  @Test
  void conversation() throws Exception {
    assertPrints(
        E02Conversation.class,
        """
        coroutine started : 10
        main received : 10
        coroutine y received : 100
        main received : 110
        coroutine z received : 100
        StopIteration
        """);
  }

  @Test
  void states() throws Exception {
    assertPrints(
        E03States.class,
        """
        CREATED
        from inside: RUNNING
        SUSPENDED
        SUSPENDED
        snapshot: SUSPENDED
          at dev.weft.examples.E03States.conversation(E03States.java:43) {x=10, y=100} not live: self
        sum: 210
        CLOSED
        """);
  }

  @Test
  void generators() throws Exception {
    assertPrints(
        E04Generators.class,
        """
        yield: [A, B, 1, 2, 3]
        StopIteration
        yieldFrom: [A, B, 1, 2, 3]
        StopIteration
        """);
  }

  @Test
  void deep() throws Exception {
    assertPrints(
        E05Deep.class,
        """
        values: 1 2 3 4 5 6 7
        depths: 4 3 4 2 4 3 4
        """);
  }

  @Test
  void roundRobin() throws Exception {
    assertPrints(
        E06RoundRobin.class,
        """
        coroutines
        A turn 1, total 1
        B turn 1, total 1
        C turn 1, total 1
        A turn 2, total 3
        B done
        C turn 2, total 3
        A turn 3, total 6
        C done
        A done
        threads
        A turn 1, total 1
        B turn 1, total 1
        C turn 1, total 1
        A turn 2, total 3
        B done
        C turn 2, total 3
        A turn 3, total 6
        C done
        A done
        """);
  }

  @Test
  void pipeline() throws Exception {
    assertPrints(
        E07Pipeline.class,
        """
        10:02 GET /missing.html 404
        10:04 GET /lost.png 404
        grep closed
        printer closed after 2 lines
        """);
  }

  @Test
  void simulation() throws Exception {
    assertPrints(
        E08Simulation.class,
        """
         0 Ann arrives
         0 Ann is served after 0 minutes
         2 Bob arrives
         3 Cid arrives
         5 Ann leaves
         5 Bob is served after 3 minutes
         9 Bob leaves
         9 Cid is served after 6 minutes
        10 Dora arrives
        12 Cid leaves
        12 Dora is served after 2 minutes
        14 Dora leaves
        15 Eve arrives
        15 Eve is served after 0 minutes
        16 Eve leaves
        5 customers, waited 2.2 minutes on average, 6 at most
        """);
  }

  @Test
  void lazyPipeline() throws Exception {
    assertPrints(
        E09LazyPipeline.class,
        """
          read 10:01 GET /index.html 200
          read 10:02 GET /missing.html 404
        10:02 GET /missing.html 404
          read 10:03 GET /style.css 200
          read 10:04 GET /lost.png 404
        10:04 GET /lost.png 404
          closed
        """);
  }

  @Test
  void pushParser() throws Exception {
    assertPrints(
        E10PushParser.class,
        """
        {"id": 1, "ta -> []
        gs": ["a", "b"]} {"id -> [{id=1.0, tags=[a, b]}]
        ": 2} [tr -> [{id=2.0}]
        ue, nul -> []
        l, -1.5] -> [[true, null, -1.5]]
        [1; 2] -> expected ] but found ;
        """);
  }

  @Test
  void queens() throws Exception {
    assertPrints(
        E11Queens.class,
        """
        [0, 4, 7, 5, 2, 6, 1, 3] after 876 tries
        [0, 5, 7, 2, 6, 3, 1, 4] after 1140 tries
        and 90 more
        """);
  }

  @Test
  void protocol() throws Exception {
    assertPrints(
        E12Protocol.class,
        """
        S: 220 ready
        C: DATA
        S: 503 bad sequence
        C: MAIL FROM:<ann@example.com>
        S: 250 sender ok
        C: RCPT TO:<bob@example.com>
        S: 250 recipient ok
        C: RCPT TO:<cid@example.com>
        S: 250 recipient ok
        C: DATA
        S: 354 go on, and end with a dot
        C: Lunch?
        at dev.weft.examples.E12Protocol.message(E12Protocol.java:80) {recipients=[<bob@example.com>, <cid@example.com>]} not live: command, line
        C: .
        for [<bob@example.com>, <cid@example.com>]
        S: 250 accepted
        C: QUIT
        messages: 1
        """);
  }

  @Test
  void pages() throws Exception {
    assertPrints(
        E13Pages.class,
        """
        GET /items?page=1
        item 1
        item 2
        item 3
        GET /items?page=2
        item 4
        """);
  }

  @Test
  void withoutTheAgentTheErrorNamesTheMethodAndTheCure() throws Exception {
    Fork fork = Fork.run(E01Hello.class);
    assertThat(fork.exitCode()).as("%s", fork).isEqualTo(1);
    assertThat(fork.err())
        .contains("dev.weft.examples.E01Hello.hello (E01Hello.java:")
        .contains("-javaagent:weft-agent.jar");
  }

  private static void assertPrints(Class<?> example, String expected) throws Exception {
    String agent = System.getProperty("weft.agent.jar");
    assertThat(agent).as("system property weft.agent.jar").isNotNull();
    Fork fork =
        Fork.run(
            example,
            "-javaagent:" + agent,
            // What -Xverify:all means, without its deprecation warning.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+BytecodeVerificationLocal",
            "-XX:+BytecodeVerificationRemote");
    assertThat(fork.exitCode()).as("%s", fork).isZero();
    assertThat(fork.out()).as("%s", fork).isEqualTo(expected);
  }
}
