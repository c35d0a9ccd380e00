package org.tidemark.app.network;

/** Whether this copy of the program speaks with the server: a person turns it off and on. */
public final class Switch {

  private volatile boolean on = true;
  private Runnable cutting = () -> {};

  public boolean isOn() {
    return on;
  }

  /** What breaks off the requests that are under way when it is turned off. */
  public synchronized void cutBy(Runnable value) {
    Runnable before = cutting;
    cutting =
        () -> {
          before.run();
          value.run();
        };
  }

  /** Turns it; true where that changed something. */
  public synchronized boolean turn(boolean next) {
    boolean changed = on != next;
    on = next;
    notifyAll();
    if (changed && !next) {
      cutting.run();
    }
    return changed;
  }

  synchronized void awaitOn() throws InterruptedException {
    while (!on) {
      wait();
    }
  }
}
