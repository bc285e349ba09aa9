/** A user's module: it exports and opens nothing. */
module com.example.conversation {
  requires dev.weft;
}
