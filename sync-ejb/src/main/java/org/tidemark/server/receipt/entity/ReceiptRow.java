package org.tidemark.server.receipt.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stored answer to a mutation. */
@Entity
@Table(name = "receipt")
@IdClass(ReceiptRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ReceiptRow {
  @Id
  @Column(name = "client_id")
  public String clientId;

  @Id
  @Column(name = "mutation_id")
  public String mutationId;

  public byte[] fingerprint;

  public @Nullable String space;

  @Column(name = "entity_type")
  public @Nullable String entityType;

  public @Nullable String id;

  public String status;

  public @Nullable Integer version;

  @Column(name = "base_claim")
  public @Nullable String baseClaim;

  public String answer;

  @Column(name = "data_as_sent")
  public boolean dataAsSent;

  @Column(name = "client_data")
  public @Nullable String clientData;

  public @Nullable Long sequence;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "expires_at")
  public Instant expiresAt;

  /** The key. */
  public record Key(String clientId, String mutationId) implements Serializable {}
}
