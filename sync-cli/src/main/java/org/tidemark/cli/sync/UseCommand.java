package org.tidemark.cli.sync;

import java.util.List;
import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Session;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.core.record.SpaceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code use}: makes a space the usual one of a data file. */
@Command(name = "use", description = "Makes a space the usual one from now on.")
public final class UseCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPACE", description = "Your own is ~ and your name.")
  private SpaceId chosen;

  private final Access access;

  public UseCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    try (Session session = access.open()) {
      session.client().rememberSpace(chosen);
      session.screen().line("The usual space is " + chosen + ".");
      List<SpaceGrant> known = session.client().spaces();
      if (!known.isEmpty() && known.stream().noneMatch(grant -> grant.space().equals(chosen))) {
        session.screen().aside("At the last sync you were not a member of it.");
      }
      return 0;
    }
  }
}
