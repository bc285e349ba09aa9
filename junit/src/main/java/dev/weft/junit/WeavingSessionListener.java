package dev.weft.junit;

import dev.weft.agent.Weft;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Weaves the classes of tests: found by JUnit's launcher as a service, it {@linkplain
 * Weft#install() installs} the agent before the first test class is loaded. An extension of Jupiter
 * would come too late, since it is found in a test class.
 *
 * <p>The configuration of JUnit is not asked: options are given in the system property {@code
 * weft.options}, as they follow the agent's name on a command line.
 */
public final class WeavingSessionListener implements LauncherSessionListener {
  /** Made by the launcher. */
  public WeavingSessionListener() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Weft.install(System.getProperty("weft.options", ""));
  }
}
