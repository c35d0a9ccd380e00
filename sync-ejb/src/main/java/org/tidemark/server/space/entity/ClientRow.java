package org.tidemark.server.space.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A device, and the user it belongs to. */
@Entity
@Table(name = "client")
@SuppressWarnings("NullAway.Init")
public class ClientRow {
  @Id public String id;

  @Column(name = "user_id")
  public String userId;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "last_seen_at")
  public Instant lastSeenAt;

  @Column(name = "clock_offset_ms")
  public long clockOffsetMs;

  @Column(name = "expired_sequence")
  public @Nullable Long expiredSequence;
}
