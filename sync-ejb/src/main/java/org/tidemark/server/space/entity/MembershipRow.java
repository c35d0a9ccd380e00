package org.tidemark.server.space.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** What a user may do in a space. */
@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class MembershipRow {
  @Id public String space;

  @Id
  @Column(name = "user_id")
  public String userId;

  public String role;

  public Instant since;

  /** The key. */
  public record Key(String space, String userId) implements Serializable {}
}
