package org.tidemark.cli.upload;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.Uploads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code uploads pause} and its like: does one thing with one upload. */
@Command
final class TendCommand implements Callable<Integer> {

  @Parameters(paramLabel = "UPLOAD", description = "Its id in the list, or the beginning of that.")
  private String name;

  private final Access access;
  private final Tending tending;

  TendCommand(Access access, Tending tending) {
    this.access = access;
    this.tending = tending;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      Uploads uploads = session.client().uploads();
      UploadItem item = UploadSearch.one(uploads, name);
      String file = item.file().name();
      if (!tending.isDone(uploads, item.id())) {
        throw new Refusal(
            "%s is %s: uploads %s does not go with that."
                .formatted(file, item.state().name().toLowerCase(Locale.ROOT), tending.word()));
      }
      session.screen().line(tending.sentence(file));
      return 0;
    }
  }
}
