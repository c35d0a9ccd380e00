package org.tidemark.console.spaces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.space.boundary.SpaceLine;
import org.tidemark.server.space.boundary.SpacePage;
import org.tidemark.server.space.boundary.SpaceReading;

/** A page of all spaces. */
@Named
@RequestScoped
public class SpaceList {
  private static final int PAGE = 50;

  @Inject private SpaceReading reading;
  @Inject private SignedIn signedIn;
  @Inject private Parameters parameters;

  private @Nullable String prefix;
  private boolean first;
  private SpacePage page = SpacePage.EMPTY;

  @PostConstruct
  void load() {
    prefix = parameters.get("name");
    String after = parameters.get("after");
    first = after == null;
    page = reading.page(signedIn.caller(), prefix, after, PAGE);
  }

  public List<SpaceLine> getRows() {
    return page.spaces();
  }

  public String link(SpaceLine row) {
    return new Address("space.xhtml").with("space", row.space()).toString();
  }

  /** The way to the first page; null: this is it. */
  public @Nullable String getFirstLink() {
    return first ? null : address().toString();
  }

  public @Nullable String getNextLink() {
    return page.next() == null ? null : address().with("after", page.next()).toString();
  }

  private Address address() {
    return new Address("spaces.xhtml").with("name", prefix);
  }

  public @Nullable String getPrefix() {
    return prefix;
  }
}
