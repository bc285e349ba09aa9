/** A module that installs the agent itself. */
module com.example.shell {
  requires dev.weft;
  requires dev.weft.agent;
}
