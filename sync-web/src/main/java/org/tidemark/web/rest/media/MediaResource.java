package org.tidemark.web.rest.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.boundary.MediaLibrary;
import org.tidemark.server.media.boundary.Uploads;
import org.tidemark.server.media.boundary.Uploads.Opened;
import org.tidemark.web.http.Callers;

/**
 * Uploads under way, links and deletion. Bytes go through signed URLs, see {@link SignedServlet}.
 */
@Path("/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {
  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpServletRequest request;

  @Inject private Uploads uploads;
  @Inject private MediaLibrary library;
  @Inject private Downloads downloads;

  @POST
  @Path("/uploads")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(
      InputStream body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey)
      throws IOException {
    Opened opened = uploads.open(caller(), MediaInput.read(body).uploadRequest(idempotencyKey));
    return Response.status(opened.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(MediaJson.toSend(opened.view()))
        .build();
  }

  @GET
  @Path("/uploads/{upload}")
  public String status(@PathParam("upload") String upload) {
    return MediaJson.status(uploads.status(caller(), upload));
  }

  @POST
  @Path("/uploads/{upload}/parts")
  @Consumes(MediaType.APPLICATION_JSON)
  public String sign(@PathParam("upload") String upload, InputStream body) throws IOException {
    return MediaJson.toSend(uploads.sign(caller(), upload, MediaInput.read(body).numbers()));
  }

  @POST
  @Path("/uploads/{upload}/complete")
  public String complete(@PathParam("upload") String upload, InputStream body) throws IOException {
    return MediaJson.media(uploads.complete(caller(), upload, MediaInput.read(body).namedParts()));
  }

  @DELETE
  @Path("/uploads/{upload}")
  public void abort(@PathParam("upload") String upload) {
    uploads.abort(caller(), upload);
  }

  @POST
  @Path("/{media}/url")
  public String link(@PathParam("media") String media, InputStream body) throws IOException {
    return MediaJson.link(
        library.link(caller(), media, MediaInput.read(body).secondsIfGiven("expiresIn")));
  }

  /** Answers HEAD as well. */
  @GET
  @Path("/{media}")
  @Produces(MediaType.WILDCARD)
  public void download(@PathParam("media") String media, @Context HttpServletResponse response)
      throws IOException {
    downloads.answer(request, response, library.find(caller(), media));
  }

  @DELETE
  @Path("/{media}")
  public void delete(@PathParam("media") String media) {
    library.delete(caller(), media);
  }

  private Caller caller() {
    return Callers.of(request);
  }
}
