package org.tidemark.web.graphql;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tidemark.web.graphql.engine.GraphQLEngine;

/** Gives the schema as text, where introspection is on. */
@WebServlet(urlPatterns = "/graphql/schema.graphql")
public class SchemaServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient GraphQLEngine engine;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String schema = engine.schemaText();
    if (schema == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] text = schema.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
