package org.tidemark.console.review;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.queue.FilterInput;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.time.Times;
import org.tidemark.console.words.Words;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.conflict.boundary.Conflicts;
import org.tidemark.server.conflict.boundary.ResolveRequest;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.review.boundary.DeskView;
import org.tidemark.server.review.boundary.ReviewDesk;
import org.tidemark.server.review.boundary.ReviewQueue;

/**
 * One conflict under review: choose, look at the outcome, confirm, go on with the next.
 *
 * <p>The decision has one id for the life of the page, so pressing twice decides once. What was
 * chosen outlives whatever stands against it: a record that has moved on, a colleague who was
 * faster, a session that has ended (for that the page keeps a copy in the browser, see review.js).
 */
@Named
@ViewScoped
public class Review extends FilterInput {
  private static final long serialVersionUID = 1L;

  @Inject private Conflicts conflicts;
  @Inject private ReviewDesk desk;
  @Inject private ReviewQueue queue;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Times times;
  @Inject private Parameters parameters;
  @Inject private Pictures pictures;
  @Inject private Ways ways;

  private Press press = new Press();
  private @Nullable String id;
  private @Nullable String before;
  private @Nullable String done;
  private List<String> problems = List.of();
  private @Nullable String note;
  private @Nullable String claimedBy;
  private @Nullable Facts facts;
  private List<FieldChoice> fields = List.of();
  private @Nullable Preview preview;
  private @Nullable Preview notCarriedOut;
  private boolean again;

  /** Opens the conflict; once, but also for a page that is sent again after it was answered. */
  public void load() {
    if (facts != null) {
      return;
    }
    try {
      open();
    } catch (SyncException refused) {
      problems = List.of(words.of(refused));
    }
  }

  private void open() {
    Optional<DeskView> found = id == null ? Optional.empty() : desk.look(signedIn.caller(), id);
    if (found.isEmpty()) {
      problems = List.of(words.of("noSuchConflict"));
      return;
    }
    show(found.get());
    again =
        FacesContext.getCurrentInstance().isPostback()
            && found.get().conflict().status().equals("RESOLVED");
    if (found.get().movedOn()) {
      note = words.of("review.movedOnBefore");
    } else if (before != null) {
      note = words.of("review.tookPlace");
    }
    if (isDecidable()) {
      claimedBy = queue.claimedBy(found.get().conflict().conflictId()).orElse(null);
    }
  }

  /** Shows the sides as they are, with what was chosen for the same fields before. */
  private void show(DeskView view) {
    List<FieldChoice> chosen = fields;
    Facts known = Facts.of(view, words);
    facts = known;
    Conflict sides = view.conflict().payload().conflict();
    boolean baseKnown = sides.baseData() != null;
    fields =
        sides.fields().stream()
            .map(field -> new FieldChoice(field, baseKnown, known.deletedSide(), known.became()))
            .toList();
    for (FieldChoice field : fields) {
      chosen.stream()
          .filter(each -> each.getPath().equals(field.getPath()))
          .forEach(field::takeOver);
    }
    pictures.find(known, fields);
  }

  private void showAgain() {
    if (id != null) {
      desk.look(signedIn.caller(), id).ifPresent(this::show);
    }
  }

  public void keepClient() {
    preview(Resolution.KEEP_CLIENT);
  }

  public void useServer() {
    preview(Resolution.USE_SERVER);
  }

  public void merge() {
    preview(Resolution.MERGE);
  }

  private void preview(Resolution pressed) {
    readChoices();
    note = null;
    problems = Checks.place(List.of(), fields);
    Facts known = facts;
    if (known == null || id == null) {
      return;
    }
    Resolution resolution = pressed == Resolution.MERGE ? chosen(known) : pressed;
    try {
      String outcome =
          switch (resolution) {
            case KEEP_CLIENT -> known.clientData();
            case USE_SERVER -> known.serverData();
            case MERGE -> merged(known).canonicalText();
          };
      if (resolution == Resolution.USE_SERVER || fits(known, outcome)) {
        preview = Preview.of(resolution, known.serverData(), outcome);
      }
    } catch (Outcome.NotReadable unreadable) {
      Checks.place(
          List.of(new FieldProblem("/data" + unreadable.path(), words.of(unreadable.why()))),
          fields);
      problems = List.of(words.of("review.seeFields"));
    }
  }

  /** Whoever takes the side that has deleted the record for all fields wants it deleted. */
  private Resolution chosen(Facts known) {
    Choice deleted = known.deletedSide();
    boolean all =
        deleted != null
            && !fields.isEmpty()
            && fields.stream().allMatch(field -> field.getChoice() == deleted);
    if (!all) {
      return Resolution.MERGE;
    }
    return deleted == Choice.SERVER ? Resolution.USE_SERVER : Resolution.KEEP_CLIENT;
  }

  private boolean fits(Facts known, @Nullable String outcome) {
    List<FieldProblem> against =
        outcome == null || id == null
            ? List.of()
            : desk.check(
                signedIn.caller(), id, Document.ofCanonical(outcome).json(), words.language());
    refuse(known, against);
    return against.isEmpty();
  }

  private void refuse(Facts known, List<FieldProblem> against) {
    List<String> left = Checks.place(against, fields);
    if (!against.isEmpty()) {
      problems =
          left.isEmpty()
              ? List.of(words.of("review.seeFields"))
              : left.stream()
                  .map(each -> words.of("review.against", known.entityType(), each))
                  .toList();
    }
  }

  private JsonObject merged(Facts known) throws Outcome.NotReadable {
    String from = known.from();
    return Outcome.of(from == null ? null : Document.ofCanonical(from), fields);
  }

  /** The pages' radio buttons are plain ones, named by the place of their field. */
  private void readChoices() {
    for (int i = 0; i < fields.size(); i++) {
      String taken = parameters.get("take:" + i);
      for (Choice each : Choice.values()) {
        if (each.name().equals(taken)) {
          fields.get(i).setChoice(each);
        }
      }
    }
  }

  /** Keeps what was chosen so far when a button was pressed that is about something else. */
  void keepChoices() {
    if (preview == null) {
      readChoices();
    }
  }

  /** Back to the choices. */
  public void reconsider() {
    preview = null;
  }

  /** Decides; gives the way to the next conflict, or stays where something stands against it. */
  public @Nullable String confirm() {
    Preview wanted = preview;
    Facts known = facts;
    String data = wanted == null ? null : wanted.outcome();
    if (wanted == null || known == null || id == null) {
      return null;
    }
    JsonObject merged =
        wanted.resolution() == Resolution.MERGE && data != null
            ? Document.ofCanonical(data).json()
            : null;
    try {
      ItemAnswer answer =
          conflicts.resolve(
              signedIn.caller(),
              new ResolveRequest(
                  signedIn.caller().consoleClientId(),
                  press.id(),
                  id,
                  wanted.resolution(),
                  JsonInput.of(merged),
                  known.serverVersion(),
                  press.at(times.now()),
                  null));
      return after(answer, wanted, known);
    } catch (SyncException refused) {
      problems = List.of(words.of(refused));
      preview = null;
      return null;
    }
  }

  private @Nullable String after(ItemAnswer answer, Preview wanted, Facts known) {
    ConflictAnswer fresh = answer.conflict();
    String decided = id == null ? "" : id;
    if (answer.status() == SyncStatus.CONFLICT && fresh != null) {
      if (!fresh.conflictId().equals(decided)) {
        return ways.instead(fresh.conflictId(), decided);
      }
      note = words.of("review.movedOn");
      beginAnew();
      return null;
    }
    if (answer.status() == SyncStatus.REJECTED) {
      refused(answer.error(), wanted, known);
      return null;
    }
    return ways.onward(decided);
  }

  private void refused(@Nullable ErrorAnswer error, Preview wanted, Facts known) {
    beginAnew();
    if (error == null) {
      problems = List.of(words.of("refused"));
    } else if (error.code().equals("CONFLICT_CLOSED")) {
      notCarriedOut = wanted;
      problems = List.of(words.of("review.tooLate"));
    } else if (error.fields().isEmpty()) {
      problems = List.of(words.of("refused"), error.message());
    } else {
      refuse(known, error.fields());
    }
  }

  /** What was decided did not come about: the sides are shown as they are now. */
  private void beginAnew() {
    press = new Press();
    preview = null;
    showAgain();
  }

  /** Whether something was sent that the conflict needs no more: it is settled. */
  public boolean isAgain() {
    return again;
  }

  public boolean isOpen() {
    return facts != null && facts.status().equals("OPEN");
  }

  /** Whether this person may decide it now. */
  public boolean isDecidable() {
    return isOpen() && signedIn.isAdmin();
  }

  /** Who else works on it; null: nobody. */
  public @Nullable String getOther() {
    return claimedBy == null || claimedBy.equals(signedIn.getName()) ? null : claimedBy;
  }

  public @Nullable Facts getFacts() {
    return facts;
  }

  public List<FieldChoice> getFields() {
    return fields;
  }

  public @Nullable Preview getPreview() {
    return preview;
  }

  /** What could not be carried out, since somebody else was faster; null: nothing. */
  public @Nullable Preview getNotCarriedOut() {
    return notCarriedOut;
  }

  public List<String> getProblems() {
    return problems;
  }

  public @Nullable String getNote() {
    return note;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String value) {
    id = value;
  }

  public @Nullable String getBefore() {
    return before;
  }

  public void setBefore(@Nullable String value) {
    before = value;
  }

  /** The conflict that was settled just now; null: none was. */
  public @Nullable String getDone() {
    return done;
  }

  public void setDone(@Nullable String value) {
    done = value;
  }
}
