package org.tidemark.cli.conflict;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Access;
import org.tidemark.cli.session.Many;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.Conflicts;
import org.tidemark.client.conflict.ResolveResult;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resolve}: decides one conflict, or many alike. */
@Command(
    name = "resolve",
    description = "Decides a conflict. It counts here at once, offline too; sync sends it.")
public final class ResolveCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "CONFLICT",
      description = "Its id, the beginning of that, or its record as TYPE/ID.")
  private @Nullable String name;

  @Option(names = "--all", description = "All open conflicts, after a question.")
  private boolean all;

  @Option(names = "--type", paramLabel = "TYPE", description = "With --all: only of this type.")
  private @Nullable EntityType type;

  @Option(names = "--yes", description = "With --all: does not ask.")
  private boolean yes;

  @Option(
      names = "--seen",
      paramLabel = "REVISION",
      description =
          "Only while both sides are as conflicts showed them with this revision; else nothing is"
              + " done.")
  private @Nullable String seen;

  @ArgGroup(multiplicity = "1")
  private Decision decision;

  private final Access access;

  public ResolveCommand(Access access) {
    this.access = access;
  }

  @Override
  public Integer call() {
    String one = name;
    if (all == (one != null)) {
      throw new UsageProblem("Name one conflict, or say --all.");
    }
    if (seen != null && (all || decision.isDismissal())) {
      throw new UsageProblem("--seen goes with a decision on one conflict.");
    }
    if (all && !decision.fitsMany()) {
      throw new UsageProblem("With --all: --keep-local, --use-server, --suggestion or --dismiss.");
    }
    try (Session session = access.open()) {
      return one == null ? many(session) : one(session, ConflictSearch.one(session, one));
    }
  }

  private int one(Session session, ConflictView view) {
    ResolveResult result = decideAndShow(session, view);
    if (result instanceof ResolveResult.Queued queued) {
      tellWayBack(session, "Back to what was here", queued.localUndo());
      tellWayBack(session, "The server's side", queued.serverUndo());
    } else if (result instanceof ResolveResult.Dismissed dismissed) {
      tellWayBack(session, "Back to what was here", dismissed.localUndo());
    }
    return 0;
  }

  private static void tellWayBack(Session session, String what, OptionalLong snapshot) {
    snapshot.ifPresent(id -> session.screen().aside(what + ": undo " + id));
  }

  private ResolveResult decideAndShow(Session session, ConflictView view) {
    ResolveResult result = decide(session, view);
    RecordKey key = view.key();
    String now =
        session
            .client()
            .collection(key.space(), key.type())
            .get(key.id().value())
            .map(RecordView::data)
            .map(Document::text)
            .orElse("deleted");
    session.screen().line("Decided " + session.shown(key) + ". It is now " + now + ".");
    decision
        .drops(view)
        .ifPresent(what -> session.screen().line(Texts.escaped("This dropped " + what + ".")));
    return result;
  }

  /** Puts the decision in force, or refuses with the reason. */
  private ResolveResult decide(Session session, ConflictView view) {
    ResolveResult result = result(session.client().conflicts(), view);
    if (result instanceof ResolveResult.Decidable) {
      throw new Refusal("Only the conflict of a space that you lost can be given up; decide it.");
    }
    if (result instanceof ResolveResult.ChangedMeanwhile) {
      throw new Refusal(
          "A side of the conflict of "
              + session.shown(view.key())
              + " is not as it was shown: conflicts shows it as it is now.");
    }
    if (result instanceof ResolveResult.NotOpen closed) {
      throw new Refusal(
          "The conflict of "
              + session.shown(view.key())
              + " waits for nobody any more: it is "
              + closed.state()
              + ".");
    }
    if (result instanceof ResolveResult.Unknown) {
      throw new Refusal("The conflict is gone.");
    }
    return result;
  }

  private ResolveResult result(Conflicts conflicts, ConflictView view) {
    return decision.isDismissal()
        ? conflicts.dismiss(view.id())
        : conflicts.resolve(
            view.id(),
            seen == null ? view.revision() : seen,
            decision.choice(view, access.surroundings()));
  }

  /** They are gone through page by page, twice: to be counted for the question, then decided. */
  private int many(Session session) {
    Map<String, Integer> numbers = new TreeMap<>();
    int dropping = 0;
    for (ConflictView view : (Iterable<ConflictView>) ConflictSearch.all(session, type)::iterator) {
      numbers.merge(view.key().type().value(), 1, Integer::sum);
      dropping += decision.drops(view).isPresent() ? 1 : 0;
    }
    int all = numbers.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      session.screen().line("There is nothing to decide.");
      return 0;
    }
    String question =
        decision.words()
            + " "
            + Texts.count(all, "conflict")
            + " ("
            + words(numbers)
            + ")?"
            + (dropping == 0 ? "" : " In " + dropping + " it drops fields that were settled.");
    if (!yes && !session.screen().agreed(question)) {
      throw new Refusal("Nothing was decided. With --yes, nobody is asked.");
    }
    Many many = new Many(session, "Decided", all);
    ConflictSearch.all(session, type)
        .limit(all)
        .forEach(
            view ->
                many.attempt(
                    view.key(),
                    () -> {
                      decide(session, view);
                      return true;
                    }));
    session.screen().line("Decided " + Texts.count(many.done(), "conflict") + ": sync sends that.");
    return many.hasFailed() ? 1 : 0;
  }

  private static String words(Map<String, Integer> numbers) {
    return numbers.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
