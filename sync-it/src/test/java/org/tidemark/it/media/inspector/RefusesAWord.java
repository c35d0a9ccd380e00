package org.tidemark.it.media.inspector;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tidemark.media.inspect.UploadInspector;

/** Finds one word, as a scanner finds many. */
@ApplicationScoped
public class RefusesAWord implements UploadInspector {
  public static final String WORD = "something-bad";

  @Override
  public Optional<String> inspect(InspectedFile file) throws IOException {
    try (InputStream content = file.open()) {
      String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.contains(WORD)
          ? Optional.of("The file " + file.fileName() + " holds something bad.")
          : Optional.empty();
    }
  }
}
