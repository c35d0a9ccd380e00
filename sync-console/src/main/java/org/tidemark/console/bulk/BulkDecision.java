package org.tidemark.console.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkJobs;
import org.tidemark.server.failure.SyncException;

/** What somebody does with the bulk job that they look at. */
@Named
@RequestScoped
public class BulkDecision {
  @Inject private BulkJobs jobs;
  @Inject private BulkPage page;
  @Inject private SignedIn signedIn;

  private @Nullable String id;
  private @Nullable Integer fit;

  public @Nullable String confirm() {
    int told = fit == null ? 0 : fit;
    return act(job -> jobs.confirm(signedIn.caller(), job, told));
  }

  public @Nullable String stop() {
    return act(job -> jobs.stop(signedIn.caller(), job));
  }

  public @Nullable String undo() {
    return act(job -> jobs.undo(signedIn.caller(), job));
  }

  /** Shows the job again; a dry run that was dropped is no more. */
  private @Nullable String act(Consumer<String> wish) {
    String job = id;
    if (job == null) {
      return null;
    }
    String refusal = null;
    try {
      wish.accept(job);
    } catch (SyncException refused) {
      refusal = refused.code();
    }
    return new Address("/bulk.xhtml").with("id", job).with("refused", refusal)
        + "&faces-redirect=true";
  }

  /** The job that the page was made for. */
  public @Nullable String getId() {
    BulkJob shown = page.getJob();
    return id != null || shown == null ? id : shown.id();
  }

  public void setId(@Nullable String value) {
    id = value;
  }

  /** The number that the page has told; nothing else is confirmed. */
  public @Nullable Integer getFit() {
    return fit == null ? Integer.valueOf(page.getFit()) : fit;
  }

  public void setFit(@Nullable Integer value) {
    fit = value;
  }
}
