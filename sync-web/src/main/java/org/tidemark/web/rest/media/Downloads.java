package org.tidemark.web.rest.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.tidemark.server.media.boundary.MediaLibrary;
import org.tidemark.server.media.boundary.StoredMedia;

/** Writes files to responses, with constant memory. */
@ApplicationScoped
public class Downloads {
  private static final int BUFFER_BYTES = 64 << 10;

  @Inject private MediaLibrary library;

  void answer(HttpServletRequest request, HttpServletResponse response, StoredMedia media)
      throws IOException {
    Download download =
        Download.of(
            media,
            new Download.Conditions(
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                request.getHeader("If-None-Match")));
    boolean sendsBody = download.hasBody() && !request.getMethod().equals("HEAD");
    try (InputStream bytes =
        sendsBody
            ? library.open(media, download.fromByte(), download.lengthBytes())
            : InputStream.nullInputStream()) {
      response.setStatus(download.status());
      download.headers().forEach(response::setHeader);
      if (download.hasBody()) {
        response.setContentLengthLong(download.lengthBytes());
      }
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        response.getOutputStream().write(buffer, 0, read);
      }
      // The answer is whole, so whoever called adds nothing to it.
      response.flushBuffer();
    }
  }
}
