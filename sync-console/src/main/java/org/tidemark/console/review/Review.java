package org.tidemark.console.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.queue.FilterInput;
import org.tidemark.console.queue.QueueAddress;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.conflict.boundary.ConflictView;
import org.tidemark.server.conflict.boundary.Conflicts;
import org.tidemark.server.conflict.boundary.ResolveRequest;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.review.boundary.ReviewQueue;

/**
 * One conflict under review: choose, look at the outcome, confirm, go on with the next.
 *
 * <p>The decision has one id for the life of the page, so pressing twice decides once.
 */
@Named
@ViewScoped
public class Review extends FilterInput {
  private static final long serialVersionUID = 1L;

  @Inject private Conflicts conflicts;
  @Inject private ReviewQueue queue;
  @Inject private SignedIn signedIn;
  @Inject private Words words;

  private String decisionId = UUID.randomUUID().toString();
  private @Nullable String id;
  private @Nullable String problem;
  private @Nullable String note;
  private @Nullable String claimedBy;
  private @Nullable Facts facts;
  private List<FieldChoice> fields = List.of();
  private @Nullable Preview preview;

  /** What is about to be decided, for the person to look at. */
  public record Preview(Resolution resolution, String text) implements Serializable {}

  public void load() {
    Optional<ConflictView> found =
        id == null ? Optional.empty() : conflicts.get(signedIn.caller(), id);
    if (found.isEmpty()) {
      problem = words.of("noSuchConflict");
      return;
    }
    show(found.get());
    if (isOpen() && signedIn.isAdmin()) {
      claimedBy = queue.claim(signedIn.caller(), found.get().conflictId());
    }
  }

  private void show(ConflictView view) {
    facts = Facts.of(view);
    fields = view.payload().conflict().fields().stream().map(FieldChoice::new).toList();
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

  private void preview(Resolution resolution) {
    problem = null;
    try {
      JsonObject merged = resolution == Resolution.MERGE ? merged() : null;
      preview = new Preview(resolution, merged == null ? "" : merged.canonicalText());
    } catch (Outcome.NotReadable unreadable) {
      problem = words.of("notReadable", unreadable.path());
    }
  }

  private JsonObject merged() throws Outcome.NotReadable {
    Facts known = facts;
    String from = known == null ? null : known.from();
    return Outcome.of(from == null ? null : Document.ofCanonical(from), fields);
  }

  /** Back to the choices. */
  public void reconsider() {
    preview = null;
  }

  /** Decides; gives the way to the next conflict, or stays where something stands against it. */
  public @Nullable String confirm() {
    Preview wanted = preview;
    Facts known = facts;
    if (wanted == null || known == null || id == null) {
      return null;
    }
    try {
      JsonObject data = wanted.resolution() == Resolution.MERGE ? merged() : null;
      ItemAnswer answer =
          conflicts.resolve(
              signedIn.caller(),
              new ResolveRequest(
                  "console-" + signedIn.getName(),
                  decisionId,
                  id,
                  wanted.resolution(),
                  JsonInput.of(data),
                  known.serverVersion(),
                  Instant.now(),
                  null));
      return after(answer);
    } catch (SyncException refused) {
      problem = words.of(refused);
    } catch (Outcome.NotReadable unreadable) {
      problem = words.of("notReadable", unreadable.path());
    }
    preview = null;
    return null;
  }

  private @Nullable String after(ItemAnswer answer) {
    ConflictAnswer fresh = answer.conflict();
    if (answer.status() == SyncStatus.CONFLICT && fresh != null) {
      // The record has moved on: nothing is decided, and the fresh sides are shown.
      id = fresh.conflictId();
      note = words.of("movedOn");
      conflicts.get(signedIn.caller(), id).ifPresent(known -> show(known.withPayload(fresh)));
      beginAnew();
      return null;
    }
    if (answer.status() == SyncStatus.REJECTED) {
      problem = answer.error() == null ? words.of("refused") : answer.error().message();
      beginAnew();
      return null;
    }
    String decided = id == null ? "" : id;
    String next = queue.after(signedIn.caller(), filter(), decided).orElse(null);
    return next == null
        ? QueueAddress.of("/queue.xhtml", filter(), "faces-redirect", "true")
        : QueueAddress.of("/conflict.xhtml", filter(), "id", next) + "&faces-redirect=true";
  }

  private void beginAnew() {
    decisionId = UUID.randomUUID().toString();
    preview = null;
  }

  public @Nullable String getNextLink() {
    return beside(true);
  }

  public @Nullable String getPreviousLink() {
    return beside(false);
  }

  private @Nullable String beside(boolean later) {
    if (id == null || facts == null) {
      return null;
    }
    Optional<String> other =
        later
            ? queue.after(signedIn.caller(), filter(), id)
            : queue.before(signedIn.caller(), filter(), id);
    return other
        .map(found -> QueueAddress.of("conflict.xhtml", filter(), "id", found))
        .orElse(null);
  }

  public String getBackLink() {
    return QueueAddress.of("queue.xhtml", filter(), "from", null);
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

  public Choice[] getChoices() {
    return Choice.values();
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

  public @Nullable String getProblem() {
    return problem;
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
}
