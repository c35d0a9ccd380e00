package org.tidemark.web.rest.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.boundary.StoredMedia;
import org.tidemark.server.media.boundary.UploadRequest;
import org.tidemark.server.media.boundary.UploadRequest.EntityField;
import org.tidemark.server.media.boundary.Uploads;
import org.tidemark.web.http.Callers;

/**
 * A file in one form, for browsers' own forms and curl.
 *
 * <p>The part with a file name is the file; {@code space}, {@code sha256}, {@code entityType},
 * {@code id} and {@code field} may stand beside it.
 */
@Path("/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FormResource {
  private static final int LONGEST_FIELD = 1_024;

  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpServletRequest request;

  @Inject private Uploads uploads;

  @POST
  @OfBoundedLength
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response store(List<EntityPart> parts) throws IOException {
    @Nullable EntityPart file = null;
    Map<String, String> fields = new HashMap<>();
    for (EntityPart part : parts) {
      if (part.getFileName().isEmpty()) {
        fields.put(part.getName(), text(part));
      } else if (file == null) {
        file = part;
      } else {
        throw Failures.invalid(part.getName(), "is a second file");
      }
    }
    if (file == null) {
      throw Failures.invalid("file", "is required");
    }
    StoredMedia media = store(file, request.getContentLengthLong(), fields);
    return Response.created(media.url()).entity(MediaJson.media(media)).build();
  }

  /** The length of the whole form is more than the file can have. */
  private StoredMedia store(EntityPart file, long mostBytes, Map<String, String> fields)
      throws IOException {
    MediaType type = file.getMediaType();
    UploadRequest wish =
        new UploadRequest(
            file.getFileName().orElse(""),
            type.getType() + "/" + type.getSubtype(),
            mostBytes,
            fields.get("sha256"),
            fields.get("space"),
            entity(fields),
            null);
    try (InputStream content = file.getContent()) {
      return uploads.store(Callers.of(request), wish, content);
    }
  }

  private static @Nullable EntityField entity(Map<String, String> fields) {
    String type = fields.get("entityType");
    return type == null
        ? null
        : new EntityField(type, fields.getOrDefault("id", ""), fields.getOrDefault("field", ""));
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      byte[] bytes = content.readNBytes(LONGEST_FIELD + 1);
      if (bytes.length > LONGEST_FIELD) {
        throw Failures.invalid(part.getName(), "is longer than " + LONGEST_FIELD + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
