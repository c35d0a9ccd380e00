package org.tidemark.console.history;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.record.boundary.RecordView;
import org.tidemark.server.record.boundary.Records;
import org.tidemark.server.record.boundary.RestoreRequest;
import org.tidemark.server.record.boundary.Restoring;
import org.tidemark.server.record.boundary.RevisionView;

/**
 * Takes an earlier version of a record back as a new one, after a look at what that changes.
 *
 * <p>It has one id for the life of the page, so pressing twice restores once.
 */
@Named
@ViewScoped
public class Restore implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Records records;
  @Inject private Restoring restoring;
  @Inject private SignedIn signedIn;
  @Inject private Words words;

  private String wishId = UUID.randomUUID().toString();
  private String space = "";
  private String type = "";
  private String id = "";
  private String place = "";
  private List<String> problems = List.of();
  private @Nullable String note;
  private @Nullable Offer offer;

  /**
   * What may be restored.
   *
   * @param version the record's version now
   * @param text the earlier state, for people
   */
  public record Offer(int number, int version, List<Difference> changes, String text)
      implements Serializable {}

  /** Opens the page; once, but also for one that is sent again after it was answered. */
  public void load() {
    if (offer == null) {
      open();
      note = FacesContext.getCurrentInstance().isPostback() ? words.of("restore.again") : null;
    }
  }

  private void open() {
    try {
      RecordView now = records.get(signedIn.caller(), space, type, id).orElse(null);
      RevisionView earlier =
          records.revision(signedIn.caller(), space, type, id, place).orElse(null);
      Document data = earlier == null ? null : earlier.data();
      if (now == null || earlier == null || data == null) {
        problems = List.of(words.of("noSuchRecord"));
        return;
      }
      Document present = now.data();
      offer =
          new Offer(
              earlier.version(),
              now.version(),
              Differences.between(present == null ? null : present.json(), data.json()),
              PrettyJson.print(data.json()));
      problems = signedIn.isAdmin() ? refusal() : List.of();
    } catch (SyncException refused) {
      problems = List.of(words.of(refused));
    }
  }

  /** What stands against it by the rules of the type as they are now. */
  private List<String> refusal() {
    Optional<Rejection> refused =
        restoring.refusal(signedIn.caller(), space, type, id, place, words.language());
    return refused.map(against -> sentences(against.fields())).orElse(List.of());
  }

  private List<String> sentences(List<FieldProblem> fields) {
    return fields.stream()
        .map(each -> each.path().replaceFirst("^/data", "") + " " + each.message())
        .map(each -> words.of("review.against", type, each.strip()))
        .toList();
  }

  /**
   * Restores; gives the way to the record's history, or stays where something stands against it.
   */
  public @Nullable String confirm() {
    Offer wanted = offer;
    if (wanted == null) {
      return null;
    }
    try {
      ItemAnswer answer =
          restoring.restore(
              signedIn.caller(),
              new RestoreRequest(
                  signedIn.caller().consoleClientId(),
                  wishId,
                  space,
                  type,
                  id,
                  place,
                  wanted.version()));
      if (answer.status() == SyncStatus.APPLIED) {
        return address("/record.xhtml")
            .with("restored", String.valueOf(wanted.number()))
            .with("faces-redirect", "true")
            .toString();
      }
      refused(answer.error());
    } catch (SyncException refused) {
      problems = List.of(words.of(refused));
    }
    return null;
  }

  private void refused(@Nullable ErrorAnswer error) {
    wishId = UUID.randomUUID().toString();
    open();
    if (error != null && error.code().equals("RECORD_MOVED_ON")) {
      note = words.of("restore.movedOn");
    } else if (error != null && problems.isEmpty()) {
      problems = List.of(words.of("refused"), error.message());
    }
  }

  public boolean isConfirmable() {
    return offer != null && signedIn.isAdmin() && problems.isEmpty() && !offer.changes().isEmpty();
  }

  public String getBackLink() {
    return address("record.xhtml").toString();
  }

  private Address address(String page) {
    return new Address(page).with("space", space).with("type", type).with("id", id);
  }

  public @Nullable Offer getOffer() {
    return offer;
  }

  public List<String> getProblems() {
    return problems;
  }

  public @Nullable String getNote() {
    return note;
  }

  public String getSpace() {
    return space;
  }

  public void setSpace(@Nullable String value) {
    space = known(value);
  }

  public String getType() {
    return type;
  }

  public void setType(@Nullable String value) {
    type = known(value);
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String value) {
    id = known(value);
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(@Nullable String value) {
    place = known(value);
  }

  private static String known(@Nullable String value) {
    return value == null ? "" : value.replace('\0', '\uFFFD');
  }
}
