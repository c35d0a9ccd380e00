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
  private @Nullable String problem;
  private QueuePage page = QueuePage.EMPTY;
  private @Nullable Instant loadedAt;

  /** Shows the page again, with what stood against something that was asked for. */
  public void reload(SyncException refused) {
    load();
    problem = words.of(refused);
  }

  public void load() {
    loadedAt = clock.instant();
    try {
      page = queue.page(signedIn.caller(), filter(), from, PAGE);
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  public String link(QueueRow row) {
    return QueueAddress.of("conflict.xhtml", filter(), "id", row.conflictId());
  }

  public String page(String place) {
    return QueueAddress.of("queue.xhtml", filter(), "from", place);
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

  public boolean isAtLeast() {
    return page.atLeast();
  }

  public boolean isPartly() {
    return page.partly();
  }

  /** Whether there is nothing to show because of the filter. */
  public boolean isNoMatch() {
    return page.total() == 0 && problem == null && !filter().equals(QueueFilter.ALL);
  }

  /** How many wait, whatever the filter. */
  public String getAllWaiting() {
    return words.of("queue.all", watch.count(QueueFilter.ALL, clock.instant()).open());
  }

  public List<QueueRow> getRows() {
    return page.rows();
  }

  public int getTotal() {
    return page.total();
  }

  public @Nullable String getPrevious() {
    return page.previous();
  }

  public @Nullable String getNext() {
    return page.next();
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String value) {
    from = value;
  }
}
