package org.tidemark.client.environment;

/**
 * Sees every durable write of the client: each is one transaction, named by what it does.
 *
 * <p>This is the door for a simulator that crashes a client between any two durable writes. What
 * {@link #beforeCommit} throws rolls the transaction back, as a power cut would; what {@link
 * #afterCommit} throws leaves it committed. Either way the exception passes through the client
 * untouched, which must then be closed (closing writes nothing) and opened again on the same file.
 */
public interface StoreObserver {

  /** Nothing happens. */
  StoreObserver NONE =
      new StoreObserver() {
        @Override
        public void beforeCommit(String write) {}

        @Override
        public void afterCommit(String write) {}
      };

  void beforeCommit(String write);

  void afterCommit(String write);
}
