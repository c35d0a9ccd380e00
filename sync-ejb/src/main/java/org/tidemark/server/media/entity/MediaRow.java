package org.tidemark.server.media.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored file. Its bytes may be shared with others of the space. */
@Entity
@Table(name = "media")
@SuppressWarnings("NullAway.Init")
public class MediaRow {
  @Id public String id;

  public String space;

  @Column(name = "content_id")
  public long contentId;

  @Column(name = "file_name")
  public String fileName;

  @Column(name = "content_type")
  public String contentType;

  @Column(name = "size_bytes")
  public long sizeBytes;

  public String sha256;

  public @Nullable Integer width;

  public @Nullable Integer height;

  public String state;

  @Column(name = "created_by")
  public String createdBy;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "unnamed_since")
  public @Nullable Instant unnamedSince;

  @Column(name = "checked_at")
  public Instant checkedAt;
}
