package org.tidemark.cli.upload;

import java.util.Locale;
import java.util.function.BiPredicate;
import org.tidemark.cli.session.Access;
import org.tidemark.client.upload.Uploads;
import picocli.CommandLine;

/** What a person does with an upload; each is a command of its own under {@code uploads}. */
public enum Tending {
  PAUSE("Lets an upload rest until it is resumed.", "Paused %s.", Uploads::pause),
  RESUME("Lets a paused upload go on.", "%s goes on with the next sync.", Uploads::resume),
  CANCEL("Gives an upload up that is not done.", "Gave up %s.", Uploads::cancel),
  RETRY("Lets a parked upload go again.", "%s goes again with the next sync.", Uploads::retry),
  DISMISS(
      "Takes an upload off the list that is done, parked or refused.",
      "Took %s off the list.",
      Uploads::dismiss);

  private final String description;
  private final String sentence;
  private final BiPredicate<Uploads, String> deed;

  Tending(String description, String sentence, BiPredicate<Uploads, String> deed) {
    this.description = description;
    this.sentence = sentence;
    this.deed = deed;
  }

  /** What a person types for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Does it; whether the upload stands so that it can be done. */
  boolean isDone(Uploads uploads, String id) {
    return deed.test(uploads, id);
  }

  String sentence(String file) {
    return sentence.formatted(file);
  }

  /** The command that does it. */
  public CommandLine command(Access access) {
    CommandLine command = new CommandLine(new TendCommand(access, this));
    command.getCommandSpec().name(word()).usageMessage().description(description);
    return command;
  }
}
