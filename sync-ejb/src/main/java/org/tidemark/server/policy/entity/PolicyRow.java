package org.tidemark.server.policy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of the merge policy of an entity type. */
@Entity
@Table(name = "merge_policy")
@IdClass(PolicyRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class PolicyRow {
  @Id
  @Column(name = "entity_type")
  public String entityType;

  @Id public int version;

  public String definition;

  @Column(columnDefinition = "text[]")
  public String @Nullable [] spaces;

  public String author;

  @Column(name = "created_at")
  public Instant createdAt;

  /** The key. */
  public record Key(String entityType, int version) implements Serializable {}
}
