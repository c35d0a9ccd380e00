package org.tidemark.client.event;

/** Where listeners are told what happens. */
public interface Events {

  /** Tells a listener from now on; the answer ends that. */
  Runnable subscribe(Listener listener);
}
