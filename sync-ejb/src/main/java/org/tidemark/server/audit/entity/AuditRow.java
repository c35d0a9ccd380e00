package org.tidemark.server.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One action: who, when, what before, what after. */
@Entity
@Table(name = "audit")
@SuppressWarnings("NullAway.Init")
public class AuditRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public long id;

  public Instant at;

  public String actor;

  public String action;

  public @Nullable String space;

  @Column(name = "entity_type")
  public @Nullable String entityType;

  @Column(name = "record_id")
  public @Nullable String recordId;

  @Column(name = "conflict_id")
  public @Nullable String conflictId;

  @Column(name = "before_value")
  public @Nullable String beforeValue;

  @Column(name = "after_value")
  public @Nullable String afterValue;

  @Column(name = "correlation_id")
  public String correlationId;
}
