package org.tidemark.client.replica;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;

/** A record on this device: the server's side and, where it was edited, the local chain. */
public record Replica(RecordKey key, @Nullable ServerState server, @Nullable LocalChain chain) {

  /** A record that nobody has heard of. */
  public static Replica unknown(RecordKey key) {
    return new Replica(key, null, null);
  }

  /** What the application sees; null: there is no such record, or it is deleted. */
  public @Nullable Document local() {
    LocalChain edited = chain;
    return edited == null ? serverData() : edited.data();
  }

  /** When the local state came to be: by an edit here, or on the server. */
  public Instant changedAt() {
    LocalChain edited = chain;
    ServerState known = server;
    return edited != null ? edited.editedAt() : known != null ? known.updatedAt() : Instant.EPOCH;
  }

  public @Nullable Document serverData() {
    ServerState known = server;
    return known == null ? null : known.data();
  }

  public @Nullable Integer serverVersion() {
    ServerState known = server;
    return known == null ? null : known.version();
  }

  public Replica with(@Nullable LocalChain next) {
    return new Replica(key, server, next);
  }

  /** With the server's state where that is newer than the one known. */
  public Replica received(@Nullable ServerState state) {
    ServerState known = server;
    return state == null || (known != null && known.version() >= state.version())
        ? this
        : new Replica(key, state, chain);
  }

  /** Whether the local state differs from this one. */
  public boolean shows(@Nullable Document data) {
    return Objects.equals(local(), data);
  }
}
