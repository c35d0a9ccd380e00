package org.tidemark.app.status;

import java.nio.file.Path;
import org.tidemark.client.settings.ClientSettings;

/** Where reports for a support desk are written. */
public final class Reports {

  private Reports() {}

  /** The folder beside the data file. */
  public static Path folder(ClientSettings settings) {
    return settings.database().resolveSibling(settings.database().getFileName() + ".reports");
  }
}
