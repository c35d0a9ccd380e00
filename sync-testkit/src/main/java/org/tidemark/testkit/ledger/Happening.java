package org.tidemark.testkit.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;

/** One thing that happened on or around a device; a missing document is a deleted record. */
public sealed interface Happening {

  /** The number of the device; an administrator at the server has the number -1. */
  int device();

  /** What a person did to a record. */
  enum Deed {
    EDITED,
    DELETED,
    RESTORED,
    SETTLED,
    DISMISSED,
    /** Sent again what was surely not done. */
    RETRIED,
    /** Sent again what may have been done before, and agreed that it may count twice. */
    RISKED
  }

  /** A person changed a record from what they saw into something else, and that is durable. */
  record Acted(
      int device, RecordKey key, Deed deed, @Nullable Document saw, @Nullable Document made)
      implements Happening {}

  /**
   * A person's edit turned this local state into that.
   *
   * @param told whether the {@link Acted} right before tells of the same edit
   */
  record Replaced(
      int device, RecordKey key, @Nullable Document before, @Nullable Document after, boolean told)
      implements Happening {}

  /** A mutation reached the server and was answered, whether the answer arrived or not. */
  record Answered(int device, ClientId client, Mutation mutation, ItemAnswer answer)
      implements Happening {}

  /** A decision on a conflict reached the server and was answered. */
  record Decided(int device, ResolveRequest request, ItemAnswer answer) implements Happening {}

  /** A device was told by its feed that a conflict of its has ended. */
  record ConflictEnded(int device, ClosedConflict conflict) implements Happening {}

  /** A person gave up a conflict of a space that was lost. */
  record ConflictGivenUp(int device, String conflict) implements Happening {}

  /** An answer arrived at the device. */
  record Delivered(int device, ClientId client, RecordKey key, ItemAnswer answer)
      implements Happening {}

  /** A person dealt with a mutation that waited for them, for this cause. */
  record Tended(int device, String cause) implements Happening {}

  /** A change became durable on the device; {@code write} is the client's name for it. */
  record Wrote(int device, String write) implements Happening {}

  /** A pull was sent with this cursor; null: from the beginning. */
  record PulledFrom(int device, ClientId client, @Nullable String cursor) implements Happening {}

  /** The server refused a whole request, and the device heard of it. */
  record Refused(int device, ClientId client, String code) implements Happening {}

  /**
   * A snapshot was restored, and this is the local state since.
   *
   * @param withdrew whether all that was queued for the record is queued no more
   */
  record Restored(
      int device,
      RecordKey key,
      @Nullable Document snapshot,
      @Nullable Document local,
      boolean withdrew)
      implements Happening {}

  /** A person's local state gave way to another that they did not make. */
  record Overridden(
      int device,
      RecordKey key,
      String by,
      @Nullable Document lost,
      @Nullable Document local,
      List<Saved> snapshots)
      implements Happening {
    public Overridden {
      snapshots = Collections.unmodifiableList(new ArrayList<>(snapshots));
    }
  }

  /** A person handed a file in, and that is durable. */
  record FileAdded(int device, String uploadId, RecordKey key, String field, String sha256)
      implements Happening {}

  /** A person gave an upload up. */
  record FileGivenUp(int device, String uploadId) implements Happening {}

  /**
   * A part left the device, or a piece of one.
   *
   * @param known whether the device had been told that the server has it
   */
  record PartSent(int device, String uploadId, int number, long bytes, boolean known)
      implements Happening {}

  /** The content of a snapshot. */
  record Saved(@Nullable Document data) {}
}
