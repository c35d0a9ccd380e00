package org.tidemark.server.conflict.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A divergence that needs a person, or needed one. */
@Entity
@Table(name = "conflict")
@IdClass(ConflictRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ConflictRow {
  @Id public String space;

  @Id
  @Column(name = "conflict_id")
  public String conflictId;

  @Column(name = "entity_type")
  public String entityType;

  public String id;

  @Column(name = "client_id")
  public String clientId;

  @Column(name = "mutation_id")
  public String mutationId;

  @Column(name = "user_id")
  public String userId;

  @Column(name = "conflict_type")
  public String conflictType;

  public String status;

  @Column(name = "detected_at")
  public Instant detectedAt;

  public String payload;

  public String inputs;

  public @Nullable String resolution;

  @Column(name = "resolved_by")
  public @Nullable String resolvedBy;

  @Column(name = "resolved_at")
  public @Nullable Instant resolvedAt;

  @Column(name = "resolved_version")
  public @Nullable Integer resolvedVersion;

  public @Nullable String successor;

  public @Nullable Long seq;

  /** The key. */
  public record Key(String space, String conflictId) implements Serializable {}
}
