package org.tidemark.server.media.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An upload, from its announcement until it is forgotten. */
@Entity
@Table(name = "upload")
@SuppressWarnings("NullAway.Init")
public class UploadRow {
  @Id public String id;

  public String space;

  @Column(name = "user_id")
  public String userId;

  @Column(name = "idempotency_key")
  public @Nullable String idempotencyKey;

  public String fingerprint;

  public String state;

  @Column(name = "file_name")
  public String fileName;

  @Column(name = "content_type")
  public String contentType;

  @Column(name = "size_bytes")
  public long sizeBytes;

  @Column(name = "part_bytes")
  public long partBytes;

  @Column(name = "reserved_bytes")
  public long reservedBytes;

  public @Nullable String sha256;

  @Column(name = "entity_type")
  public @Nullable String entityType;

  @Column(name = "record_id")
  public @Nullable String recordId;

  public @Nullable String field;

  public String handle;

  @Column(name = "media_id")
  public @Nullable String mediaId;

  public @Nullable String rejection;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "expires_at")
  public Instant expiresAt;
}
