package org.tidemark.client.upload;

import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.EventHub;
import org.tidemark.client.transfer.Transfer;

/** How far an upload is, told at every hundredth of it, and no more often than for 64 KiB. */
final class Progress {

  private static final long LEAST_STEP = 64 << 10;

  private final EventHub events;
  private final Transfer transfer;
  private final long step;
  private long sent;
  private long told;

  Progress(EventHub events, Transfer transfer, long sentBytes) {
    this.events = events;
    this.transfer = transfer;
    this.step = Math.max(LEAST_STEP, transfer.file().sizeBytes() / 100);
    this.sent = sentBytes;
    this.told = sentBytes;
  }

  /** More was sent, or less where a part has to be sent again. */
  void add(long bytes) {
    long now;
    synchronized (this) {
      sent += bytes;
      if (Math.abs(sent - told) < step) {
        return;
      }
      told = sent;
      now = sent;
    }
    tell(now);
  }

  void partDone() {
    long now;
    synchronized (this) {
      told = sent;
      now = sent;
    }
    tell(now);
  }

  private void tell(long now) {
    events.tell(
        new ClientEvent.UploadProgressed(
            transfer.id(), transfer.record(), now, transfer.file().sizeBytes()));
  }
}
