package org.tidemark.console.queue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.QueuePage;
import org.tidemark.server.review.boundary.QueueRow;
import org.tidemark.server.review.boundary.QueueWatch;
import org.tidemark.server.review.boundary.ReviewQueue;

/** A page of the queue of open conflicts. */
@Named
@RequestScoped
public class Queue extends FilterInput {
  private static final int PAGE = 50;

  @Inject private ReviewQueue queue;
  @Inject private QueueWatch watch;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private InstantSource clock;

  private @Nullable String from;
  private @Nullable String done;
  private List<String> problems = List.of();
  private @Nullable QueuePage found;
  private @Nullable List<String> types;
  private @Nullable Instant loadedAt;

  /** Shows the page again, with what stood against something that was asked for. */
  public void reload(SyncException refused) {
    load();
    if (problems.isEmpty()) {
      problems = List.of(words.of(refused));
    }
  }

  public void load() {
    loadedAt = clock.instant();
    problems = unreadable().stream().map(each -> words.of(each.key(), each.value())).toList();
    if (!problems.isEmpty()) {
      return;
    }
    try {
      found = queue.page(signedIn.caller(), filter(), from, PAGE);
    } catch (SyncException refused) {
      problems = List.of(from == null ? words.of(refused) : words.of("queue.noPlace"));
    }
  }

  /**
   * The filter, to do something with all that it matches.
   *
   * @throws SyncException where some of it cannot be read: it would match more than was meant
   */
  public QueueFilter whole() {
    if (!unreadable().isEmpty()) {
      throw Failures.invalid("/filter", "cannot be read");
    }
    return filter();
  }

  public String link(QueueRow row) {
    return linkTo(row.conflictId());
  }

  public String page(String place) {
    return QueueAddress.of("queue.xhtml", filter(), "from", place);
  }

  /** The way to a conflict by its id, within the filter. */
  public String linkTo(String conflictId) {
    return QueueAddress.of("conflict.xhtml", filter(), "id", conflictId);
  }

  public String fields(QueueRow row) {
    return String.join(", ", row.fields());
  }

  public String age(QueueRow row) {
    return words.lasted(Duration.between(row.detectedAt(), clock.instant()));
  }

  public List<String> getKinds() {
    return Stream.of(ConflictType.values()).map(Enum::name).toList();
  }

  /** The address of the queue with this filter. */
  public String getOrigin() {
    return QueueAddress.of("queue.xhtml", filter(), "from", null);
  }

  /** Where the page hears of what comes after it was made. */
  public String getEvents() {
    return QueueAddress.of("events", filter(), "since", String.valueOf(loadedAt));
  }

  /** Whether it could be found out what matches. */
  public boolean isFound() {
    return found != null;
  }

  public QueuePage getShown() {
    return found == null ? QueuePage.EMPTY : found;
  }

  /** Whether there is nothing to show because of the filter. */
  public boolean isNoMatch() {
    return found != null && found.total() == 0 && !filter().equals(QueueFilter.ALL);
  }

  /** That no conflict of the type waits, and of which types some do; null: some do. */
  public @Nullable String getNoSuchType() {
    String wanted = filter().entityType();
    if (!isNoMatch() || wanted == null || getTypes().contains(wanted)) {
      return null;
    }
    return getTypes().isEmpty()
        ? null
        : words.of("queue.noType", wanted, String.join(", ", getTypes()));
  }

  /** The types of conflicts that wait. */
  public List<String> getTypes() {
    List<String> known = types == null ? queue.types() : types;
    types = known;
    return known;
  }

  /** How many wait, whatever the filter. */
  public String getAllWaiting() {
    return words.of("queue.all", watch.count(QueueFilter.ALL, clock.instant()).open());
  }

  public List<String> getProblems() {
    return problems;
  }

  /** The conflict that was settled just now; null: none was. */
  public @Nullable String getDone() {
    return done;
  }

  public void setDone(@Nullable String value) {
    done = value;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String value) {
    from = value;
  }
}
