package org.tidemark.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.tidemark.cli.conflict.ConflictsCommand;
import org.tidemark.cli.conflict.ResolveCommand;
import org.tidemark.cli.outbox.DismissCommand;
import org.tidemark.cli.outbox.OutboxCommand;
import org.tidemark.cli.outbox.ReportCommand;
import org.tidemark.cli.outbox.RetryCommand;
import org.tidemark.cli.record.DeleteCommand;
import org.tidemark.cli.record.GetCommand;
import org.tidemark.cli.record.ListCommand;
import org.tidemark.cli.record.PutCommand;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Names;
import org.tidemark.cli.session.Surroundings;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.cli.sync.MovedCommand;
import org.tidemark.cli.sync.StatusCommand;
import org.tidemark.cli.sync.SyncCommand;
import org.tidemark.cli.sync.UseCommand;
import org.tidemark.cli.sync.WatchCommand;
import org.tidemark.cli.undo.UndoCommand;
import org.tidemark.cli.upload.Tending;
import org.tidemark.cli.upload.UploadCommand;
import org.tidemark.cli.upload.UploadsCommand;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.SpaceId;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Runs one call of the command line. */
public final class Main {

  /** SQLite's driver logs what it throws as well, with its trace; held, or the level is lost. */
  private static final Logger DRIVER = Logger.getLogger("org.sqlite");

  private Main() {}

  public static void main(String[] arguments) {
    DRIVER.setLevel(Level.OFF);
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /** Runs a call and gives its exit code. */
  static int run(Surroundings surroundings, String... arguments) {
    Access access = new Access(surroundings);
    Failures failures = new Failures(access.screen());
    CommandLine outbox =
        new CommandLine(new OutboxCommand(access))
            .addSubcommand(new RetryCommand(access))
            .addSubcommand(new DismissCommand(access))
            .addSubcommand(new ReportCommand(access));
    CommandLine uploads = new CommandLine(new UploadsCommand(access));
    for (Tending tending : Tending.values()) {
      uploads.addSubcommand(tending.command(access));
    }
    CommandLine commands =
        new CommandLine(new Tidemark(access))
            .addSubcommand(new StatusCommand(access))
            .addSubcommand(new SyncCommand(access))
            .addSubcommand(new WatchCommand(access))
            .addSubcommand(new ListCommand(access))
            .addSubcommand(new GetCommand(access))
            .addSubcommand(new PutCommand(access))
            .addSubcommand(new DeleteCommand(access))
            .addSubcommand(new ConflictsCommand(access))
            .addSubcommand(new ResolveCommand(access))
            .addSubcommand(new UndoCommand(access))
            .addSubcommand(outbox)
            .addSubcommand(new UploadCommand(access))
            .addSubcommand(uploads)
            .addSubcommand(new ReportCommand(access))
            .addSubcommand(new UseCommand(access))
            .addSubcommand(new MovedCommand(access));
    return commands
        .registerConverter(EntityType.class, named(Names::type))
        .registerConverter(RecordId.class, named(Names::id))
        .registerConverter(SpaceId.class, named(Names::space))
        // A record's content may begin with @, and then names a file.
        .setExpandAtFiles(false)
        .setOut(surroundings.writer(surroundings.out()))
        .setErr(surroundings.writer(surroundings.err()))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(arguments);
  }

  private static <T> ITypeConverter<T> named(ITypeConverter<T> reading) {
    return text -> {
      try {
        return reading.convert(text);
      } catch (UsageProblem e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }
}
