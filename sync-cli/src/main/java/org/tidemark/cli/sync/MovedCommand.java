package org.tidemark.cli.sync;

import java.util.concurrent.Callable;
import org.tidemark.cli.session.Access;
import org.tidemark.client.Owner;
import picocli.CommandLine.Command;

/** {@code moved}: the same server has another address. */
@Command(
    name = "moved",
    description = "Says that the server has the address --server now; unsent edits go there.")
public final class MovedCommand implements Callable<Integer> {

  private final Access access;

  public MovedCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    Owner owner = access.serverMoved();
    access.screen().line("The records of %s sync with %s.".formatted(owner.user(), owner.server()));
    return 0;
  }
}
