package org.tidemark.web.rest.media;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.tidemark.core.media.MediaRules;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.settings.MediaSettings;

/** Refuses a form before any of it is read: reading it takes as much of the disk. */
@Provider
@OfBoundedLength
public class LengthFilter implements ContainerRequestFilter {
  /** Beside the file: its other fields, and what parts them. */
  private static final long ROOM_BYTES = 64 << 10;

  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpServletRequest request;

  @Inject private MediaSettings settings;

  @Override
  public void filter(ContainerRequestContext context) {
    long length = request.getContentLengthLong();
    long limit = settings.rules().maxBytes();
    if (length < 0) {
      throw Failures.lengthMismatch("the request must have a Content-Length");
    }
    if (length > limit + ROOM_BYTES) {
      throw Failures.rejected(MediaRules.tooLarge(length, limit));
    }
  }
}
