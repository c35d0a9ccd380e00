package org.tidemark.testkit.world;

import java.nio.file.Path;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.decide.Decider;
import org.tidemark.testkit.server.Decisions;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.ReceiptBook;

/** What a world is put together from; a test of the tests puts something broken in one place. */
public interface Composition {

  /** Nothing is broken. */
  Composition SOUND = new Composition() {};

  default ReceiptBook receipts() {
    return new KeptReceipts();
  }

  default Decisions decisions() {
    return Decider::decide;
  }

  /** What stands between a client and the network; one for each device, kept over its restarts. */
  default Transport between(int device, Transport network) {
    return network;
  }

  /** What stands between a client and the way of its files. */
  default MediaTransport betweenFiles(int device, MediaTransport network) {
    return network;
  }

  /** What sees a client's durable writes, before the world's own observer. */
  default StoreObserver observing(int device, StoreObserver world) {
    return world;
  }

  /** Called when a device's database was made, while nobody has it open. */
  default void made(Path database) {}
}
