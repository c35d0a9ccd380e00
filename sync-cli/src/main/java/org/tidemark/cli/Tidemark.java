package org.tidemark.cli;

import org.tidemark.cli.session.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program: what all commands share. */
@Command(
    name = "sync-cli",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Edits records offline and syncs them with a Tidemark server.",
    footer = {
      "",
      "The first call in a folder says which server and who. The data file remembers",
      "both, and the space, but never the token.",
      "Ends with 0 when all is well, 1 on a problem, 2 on wrong usage."
    })
@SuppressWarnings("unused") // The fields are for picocli.
final class Tidemark {

  @Option(names = "--version", versionHelp = true, description = "Tells the version.")
  private boolean version;

  @Mixin private final Access access;

  Tidemark(Access access) {
    this.access = access;
  }
}
