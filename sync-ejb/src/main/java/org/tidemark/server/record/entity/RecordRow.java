package org.tidemark.server.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record as it stands; its place in the feed is (space, seq). */
@Entity
@Table(name = "record")
@IdClass(RecordRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class RecordRow {
  @Id public String space;

  @Id
  @Column(name = "entity_type")
  public String entityType;

  @Id public String id;

  public long seq;

  public int version;

  @Column(name = "updated_at_ms")
  public long updatedAtMs;

  public boolean deleted;

  public boolean purged;

  public @Nullable String data;

  @Column(name = "field_times")
  public @Nullable String fieldTimes;

  @Column(name = "client_id")
  public String clientId;

  @Column(name = "mutation_id")
  public String mutationId;

  @Column(name = "written_by")
  public String writtenBy;

  @Column(name = "written_at")
  public Instant writtenAt;

  /** The key. */
  public record Key(String space, String entityType, String id) implements Serializable {}
}
