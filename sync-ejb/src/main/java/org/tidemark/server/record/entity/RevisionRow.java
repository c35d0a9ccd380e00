package org.tidemark.server.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A past state of a record, or a side that lost (then {@code beside} names its mutation). */
@Entity
@Table(name = "revision")
@IdClass(RevisionRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class RevisionRow {
  @Id public String space;

  @Id
  @Column(name = "entity_type")
  public String entityType;

  @Id public String id;

  @Id public int version;

  @Id public String beside;

  @Column(name = "updated_at_ms")
  public long updatedAtMs;

  public boolean deleted;

  public @Nullable String data;

  @Column(name = "field_times")
  public @Nullable String fieldTimes;

  @Column(name = "client_id")
  public String clientId;

  @Column(name = "mutation_id")
  public String mutationId;

  @Column(name = "written_by")
  public String writtenBy;

  /** When it became history: replaced by the next state, or lost. Its age counts from then. */
  @Column(name = "written_at")
  public Instant writtenAt;

  /** The key. */
  public record Key(String space, String entityType, String id, int version, String beside)
      implements Serializable {}
}
