package org.tidemark.console.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.media.boundary.MediaOversight;
import org.tidemark.server.media.boundary.OrphanLine;
import org.tidemark.server.media.boundary.OrphanPage;

/** A page of media that nobody names. */
@Named
@RequestScoped
public class OrphanList {
  private static final int PAGE = 50;

  @Inject private MediaOversight oversight;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private boolean first;
  private @Nullable String problem;
  private OrphanPage page = OrphanPage.EMPTY;

  @PostConstruct
  void load() {
    String after = parameters.get("after");
    first = after == null;
    try {
      page = oversight.orphans(signedIn.caller(), after, PAGE);
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  public List<OrphanLine> getRows() {
    return page.orphans();
  }

  public String spaceLink(OrphanLine row) {
    return new Address("space.xhtml").with("space", row.space()).toString();
  }

  /** The way to the first page; null: this is it. */
  public @Nullable String getFirstLink() {
    return first ? null : "orphans.xhtml";
  }

  public @Nullable String getNextLink() {
    return page.next() == null
        ? null
        : new Address("orphans.xhtml").with("after", page.next()).toString();
  }

  public @Nullable String getProblem() {
    return problem;
  }
}
