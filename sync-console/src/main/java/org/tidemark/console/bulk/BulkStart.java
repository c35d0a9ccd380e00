package org.tidemark.console.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.queue.Queue;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkJobs;
import org.tidemark.server.bulk.boundary.BulkSelection;
import org.tidemark.server.failure.SyncException;

/** What is selected in the queue, on its way to a dry run. */
@Named
@RequestScoped
public class BulkStart {
  @Inject private BulkJobs jobs;
  @Inject private Queue queue;
  @Inject private SignedIn signedIn;

  private @Nullable String all;
  private @Nullable String picks;
  private BulkChoice choice = BulkChoice.KEEP_CLIENT;

  /** Begins the dry run; gives the way to it, or stays where something stands against it. */
  public @Nullable String prepare() {
    try {
      String job =
          jobs.prepare(
              signedIn.caller(),
              choice,
              new BulkSelection(
                  queue.whole(), "true".equals(all), named(picks), queue.getOrigin()));
      return new Address("/bulk.xhtml").with("id", job) + "&faces-redirect=true";
    } catch (SyncException refused) {
      queue.reload(refused);
      return null;
    }
  }

  private static List<String> named(@Nullable String picks) {
    return picks == null || picks.isBlank() ? List.of() : List.of(picks.strip().split(" +"));
  }

  public BulkChoice[] getChoices() {
    return BulkChoice.values();
  }

  /** The most rows that can be picked one by one. */
  public int getMost() {
    return BulkSelection.MOST_NAMED;
  }

  public BulkChoice getChoice() {
    return choice;
  }

  public void setChoice(BulkChoice value) {
    choice = value;
  }

  /** "true": all that match but those picked; else: those picked. */
  public @Nullable String getAll() {
    return all;
  }

  public void setAll(@Nullable String value) {
    all = value;
  }

  /** Ids of conflicts, with blanks between them. */
  public @Nullable String getPicks() {
    return picks;
  }

  public void setPicks(@Nullable String value) {
    picks = value;
  }
}
