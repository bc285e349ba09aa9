package dev.weft.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a service hands out page by page is one sequence to whoever reads it; a page is asked for
 * when its first element is.
 *
 * <p>Prints the first four of nine items between the requests that were made for them: two, of
 * three pages. The service is a server in the same JVM.
 */
public final class E13Pages {
  private static final int PAGES = 3;
  private static final int PAGE_SIZE = 3;

  private E13Pages() {}

  /** Starts the service and reads from it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/items", E13Pages::answer);
    server.start();
    try {
      int port = server.getAddress().getPort();
      URI firstPage = URI.create("http://localhost:" + port + "/items?page=1");
      items(firstPage).stream().limit(4).forEach(System.out::println);
    } finally {
      server.stop(0);
    }
  }

  /** All items, from the first page on. */
  @Coroutine
  static Generator<String, Void, Void> items(URI firstPage)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    URI page = firstPage;
    while (page != null) {
      System.out.println("GET " + page.getPath() + "?" + page.getQuery());
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
      Coroutines.yieldFrom(response.body().lines());
      page = nextPage(response);
    }
    return Coroutines.done();
  }

  /** The page after this one, as the header Link names it; null after the last. */
  private static URI nextPage(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Link")
        .map(link -> link.substring(link.indexOf('<') + 1, link.indexOf('>')))
        .map(response.uri()::resolve)
        .orElse(null);
  }

  /** The service: three items a page, one a line. */
  private static void answer(HttpExchange exchange) throws IOException {
    int page = Integer.parseInt(exchange.getRequestURI().getQuery().substring("page=".length()));
    String items =
        IntStream.rangeClosed((page - 1) * PAGE_SIZE + 1, page * PAGE_SIZE)
            .mapToObj(number -> "item " + number)
            .collect(Collectors.joining("\n"));
    if (page < PAGES) {
      String next = "</items?page=" + (page + 1) + ">; rel=\"next\"";
      exchange.getResponseHeaders().set("Link", next);
    }
    byte[] body = items.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
