package org.tidemark.client.event;

/**
 * Hears of events, on the thread that caused them, while nothing in the database is locked; must be
 * quick, may edit and read, and can't sync.
 */
public interface Listener {
  void on(ClientEvent event);
}
