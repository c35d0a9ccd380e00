package org.tidemark.client.transport.media;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a part, read as they are sent; never held as a whole. */
public interface PartBody {

  /** Opens them at their beginning. */
  InputStream open() throws IOException;
}
