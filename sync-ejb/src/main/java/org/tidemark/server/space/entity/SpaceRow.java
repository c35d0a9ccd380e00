package org.tidemark.server.space.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A space, with the counter of its feed. */
@Entity
@Table(name = "space")
@SuppressWarnings("NullAway.Init")
public class SpaceRow {
  @Id public String id;

  public long seq;

  @Column(name = "personal_of")
  public @Nullable String personalOf;

  @Column(name = "created_by")
  public String createdBy;

  @Column(name = "created_at")
  public Instant createdAt;
}
