package org.tidemark.client.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tidemark.client.log.Log;

/** Tells listeners what happens; one that fails keeps nobody else from hearing. */
public final class EventHub implements Events {

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Log log;

  public EventHub(Log log) {
    this.log = log;
  }

  @Override
  public Runnable subscribe(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void tell(ClientEvent event) {
    for (Listener listener : listeners) {
      try {
        listener.on(event);
      } catch (RuntimeException | Error e) {
        log.warn("a listener failed at " + event.getClass().getSimpleName(), e);
      }
    }
  }
}
