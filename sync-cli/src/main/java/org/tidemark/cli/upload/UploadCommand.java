package org.tidemark.cli.upload;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Names;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.cli.sync.Exchange;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.record.RecordKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upload}: takes a file in for a field of a record, and sends it. */
@Command(
    name = "upload",
    description = {
      "Takes a file in for a field of a record, which will hold its address, and syncs.",
      "From then on the file may change or vanish. What breaks off goes on with the next",
      "sync, or with the same upload again. Without a token, or with --later, it waits."
    })
public final class UploadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--record",
      paramLabel = "TYPE/ID",
      required = true,
      description = "The record that is to name the file.")
  private String record;

  @Option(
      names = "--field",
      paramLabel = "POINTER",
      required = true,
      description = "Where in the record, such as /photo.")
  private String field;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the file is called on the server; else as here.")
  private @Nullable String name;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "Such as image/png; else as the name's ending says.")
  private @Nullable String contentType;

  @Option(names = "--later", description = "Only takes the file in; sync sends it.")
  private boolean later;

  @Option(names = "--json", description = "For machines: how the upload stands then.")
  private boolean json;

  private final Access access;

  public UploadCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      RecordKey key = Names.key(session.space(), record);
      UploadItem item = takeIn(session, key);
      if (later || !access.hasToken()) {
        if (!json) {
          session
              .screen()
              .line(
                  "Took in %s for %s. sync sends it."
                      .formatted(item.file().name(), session.shown(key)));
        }
        answer(session, item);
        return 0;
      }
      Exchange exchange = Exchange.run(session, json);
      if (!json) {
        exchange.show();
      }
      answer(session, session.client().uploads().find(item.id()).orElse(item));
      return exchange.isGood() ? 0 : 1;
    }
  }

  private UploadItem takeIn(Session session, RecordKey key) {
    if (session.screen().isTerminal()) {
      session.screen().passing("Taking in " + file);
    }
    Attachment to =
        new Attachment(key.space(), key.type().value(), key.id().value(), field, name, contentType);
    try {
      Path from = access.surroundings().folder().resolve(file);
      String id = session.client().uploads().enqueue(from, to);
      return session.client().uploads().find(id).orElseThrow();
    } catch (ClientException e) {
      if (e.problem().kind() == ErrorKind.VALIDATION) {
        // What can be done about it is not what is done about an edit.
        throw new Refusal(e.problem().sentence());
      }
      throw e;
    }
  }

  private void answer(Session session, UploadItem item) {
    if (json) {
      session.screen().json(UploadJson.of(item));
    }
  }
}
