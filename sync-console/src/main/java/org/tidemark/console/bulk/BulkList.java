package org.tidemark.console.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkJobs;

/** The newest bulk jobs. */
@Named
@RequestScoped
public class BulkList {
  @Inject private BulkJobs jobs;
  @Inject private SignedIn signedIn;

  private @Nullable List<BulkJob> newest;

  public List<BulkJob> getJobs() {
    List<BulkJob> known = newest;
    if (known == null) {
      known = jobs.newest(signedIn.caller());
      newest = known;
    }
    return known;
  }

  public String link(BulkJob job) {
    return new Address("bulk.xhtml").with("id", job.id()).toString();
  }
}
