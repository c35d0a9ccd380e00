package org.tidemark.cli.sync;

import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sync}: pulls, pushes and uploads once. */
@Command(
    name = "sync",
    description = {
      "Fetches what is new and sends what waits, files too, once.",
      "Conflicts are told and are no failure. What was tried before is tried again at once."
    })
public final class SyncCommand implements Callable<Integer> {

  @Option(
      names = "--renew-client-id",
      description = "Takes a new name at the server first, after CLIENT_ID_TAKEN.")
  private boolean renewClientId;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  private final Access access;

  public SyncCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.openOnline()) {
      if (renewClientId) {
        session.client().renewClientId();
      }
      Exchange exchange = Exchange.run(session, json);
      if (json) {
        session.screen().json(exchange.json());
      } else {
        exchange.show();
      }
      return exchange.isGood() ? 0 : 1;
    }
  }
}
