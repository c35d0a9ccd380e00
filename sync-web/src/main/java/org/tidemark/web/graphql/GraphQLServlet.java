package org.tidemark.web.graphql;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tidemark.server.identity.Caller;
import org.tidemark.web.graphql.engine.Answer;
import org.tidemark.web.graphql.engine.GraphQLEngine;
import org.tidemark.web.graphql.engine.RequestRefused;
import org.tidemark.web.http.Callers;
import org.tidemark.web.http.WebSettings;

/** GraphQL over HTTP: POST with application/json, nothing else. */
@WebServlet(urlPatterns = "/graphql", loadOnStartup = 1)
public class GraphQLServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient GraphQLEngine engine;
  @Inject private transient WebSettings settings;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Callers.of(request);
    Answer answer;
    try {
      answer = answer(request, caller);
    } catch (RequestRefused e) {
      answer = GraphQLEngine.refuse(e, caller.correlationId());
      if (e.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
        response.setHeader("Allow", "POST");
      }
    }
    response.setStatus(answer.status());
    response.setContentType("application/json");
    response.setContentLength(answer.body().size());
    answer.body().writeTo(response.getOutputStream());
  }

  private Answer answer(HttpServletRequest request, Caller caller)
      throws IOException, RequestRefused {
    if (!request.getMethod().equals("POST")) {
      throw RequestRefused.method();
    }
    if (!MediaTypes.isJson(request.getContentType())
        || !MediaTypes.isPlain(request.getHeader("Content-Encoding"))) {
      throw RequestRefused.mediaType();
    }
    byte[] body = read(request);
    return engine.answer(body, body.length, caller);
  }

  private byte[] read(HttpServletRequest request) throws IOException, RequestRefused {
    int limit = settings.limits().maxBodyBytes();
    if (request.getContentLengthLong() > limit) {
      throw RequestRefused.bodyTooLarge(limit);
    }
    int announced = request.getContentLength();
    int most = announced >= 0 ? announced : limit + 1;
    byte[] body = PacedBody.read(request.getInputStream(), most, System::nanoTime);
    if (body.length > limit) {
      throw RequestRefused.bodyTooLarge(limit);
    }
    return body;
  }
}
