package dev.weft.tracking;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Tells JMX what there is to tell. */
final class TrackingBean implements TrackingMXBean {
  private TrackingBean() {}

  /** Registers it at the server of the JVM. */
  static void register() {
    try {
      register(ManagementFactory.getPlatformMBeanServer());
    } catch (JMException e) {
      System.err.println("[weft] the MBean of tracked generators cannot be registered: " + e);
    }
  }

  private static void register(MBeanServer server) throws JMException {
    String name = NAME;
    for (int copy = 2; ; copy++) {
      try {
        server.registerMBean(new TrackingBean(), new ObjectName(name));
        return;
      } catch (InstanceAlreadyExistsException e) {
        name = NAME + ",copy=" + copy;
      }
    }
  }

  @Override
  public int getLiveCount() {
    return (int) Registry.live().stream().filter(track -> track.live() != null).count();
  }

  @Override
  public long getCreatedCount() {
    return Registry.created();
  }

  @Override
  public long getAbandonedCount() {
    return Abandonments.count();
  }

  @Override
  public String dump() {
    return Tracking.dump();
  }

  @Override
  public String dumpWithLocals() {
    return Tracking.dumpWithLocals();
  }
}
