package org.tidemark.web.rest.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.boundary.SignedDoor;
import org.tidemark.server.media.boundary.StoredMedia;

/** Where signed URLs lead: a part comes in by PUT, a file goes out by GET. No token is needed. */
@WebServlet(urlPatterns = "/api/v1/media/signed/*")
public class SignedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern PART = Pattern.compile("/([a-z2-7]{26})/([1-9][0-9]{0,4})");

  @Inject private transient SignedDoor door;
  @Inject private transient Downloads downloads;

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Matcher part = PART.matcher(String.valueOf(request.getPathInfo()));
      if (!part.matches()) {
        throw Failures.signatureInvalid();
      }
      ReceivedPart received =
          door.receive(
              part.group(1),
              Integer.parseInt(part.group(2)),
              QueryString.read(request.getQueryString()),
              request.getContentLengthLong(),
              request.getContentType(),
              request::getInputStream);
      response.setHeader("ETag", "\"" + received.etag() + "\"");
      response.setContentLength(0);
    } catch (RuntimeException e) {
      Problems.tell(request, response, e);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      String path = String.valueOf(request.getPathInfo());
      StoredMedia media = door.find(path.substring(1), QueryString.read(request.getQueryString()));
      downloads.answer(request, response, media);
    } catch (RuntimeException e) {
      Problems.tell(request, response, e);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }
}
