package org.tidemark.web.rest.media;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.tidemark.server.failure.Failures;
import org.tidemark.web.http.BodyLost;

/** Tells a form that is none from a form that cannot be kept on disk now. */
@Provider
@OfBoundedLength
public class FormReading implements ReaderInterceptor {
  /** The parser's own exceptions, which the server's modules do not show. */
  private static final String PARSER = "org.apache.james.mime4j.";

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (BodyLost e) {
      throw e;
    } catch (IOException e) {
      if (e.getClass().getName().startsWith(PARSER)) {
        throw Failures.invalid("", "is not a form that can be read");
      }
      throw Failures.unavailable(e);
    }
  }
}
