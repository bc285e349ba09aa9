package dev.weft.benchmarks.threads;

/** By what means two threads hand values over. */
public enum Means {
  SYNCHRONOUS_QUEUE {
    @Override
    Link newLink() {
      return new QueueLink();
    }
  },
  EXCHANGER {
    @Override
    Link newLink() {
      return new ExchangerLink();
    }
  },
  LOCK_SUPPORT {
    @Override
    Link newLink() {
      return new ParkLink();
    }
  };

  abstract Link newLink();
}
