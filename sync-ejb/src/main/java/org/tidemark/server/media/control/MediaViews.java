package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.boundary.StoredMedia;
import org.tidemark.server.media.entity.MediaRow;
import org.tidemark.server.settings.MediaSettings;

/** Shows media to callers. */
@ApplicationScoped
public class MediaViews {
  private static final String PATH = "/api/v1/media/";

  @Inject private MediaSettings settings;
  @Inject private Contents contents;

  public StoredMedia show(Connection connection, MediaRow row) throws SQLException {
    ContentKey key = contents.of(connection, row.contentId).map(Contents.Content::key).orElse(null);
    URI cdn = settings.cdnUrl();
    return new StoredMedia(
        new MediaId(row.id),
        row.space,
        new FileName(row.fileName),
        new ContentType(row.contentType),
        row.sizeBytes,
        row.sha256,
        row.width,
        row.height,
        MediaState.valueOf(row.state),
        URI.create(settings.publicUrl() + PATH + row.id),
        cdn == null || key == null ? null : cdnUrl(cdn, key, row.id),
        key);
  }

  /** The CDN has no use for the media's id; whoever finds the URL in a record has. */
  private static URI cdnUrl(URI cdn, ContentKey key, String media) {
    return URI.create(cdn + "/" + key + "?media=" + media);
  }

  /** The path that a media's signed URL has. */
  public static String signedPath(MediaId media) {
    return PATH + "signed/" + media;
  }
}
