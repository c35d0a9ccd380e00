package org.tidemark.console.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.words.Words;
import org.tidemark.server.media.boundary.UploadLine;

/** Why an upload was rejected, in the language of who looks at it. */
@Named
@RequestScoped
public class Rejections {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  @Inject private Words words;

  /** In our words where there are any; an inspection that somebody has added has its own. */
  public @Nullable String why(UploadLine row) {
    String said = row.rejection();
    String key = "rejection." + row.rejectionCode();
    return said == null || !words.has(key) ? said : words.of(key, row.contentType(), limit(said));
  }

  /** The limit that the server's sentence names, where it names one. */
  private static long limit(String said) {
    Matcher number = NUMBER.matcher(said);
    return number.find() ? Long.parseLong(number.group()) : 0;
  }
}
