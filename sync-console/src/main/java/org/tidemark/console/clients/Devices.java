package org.tidemark.console.clients;

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
import org.tidemark.server.space.boundary.ClientPage;
import org.tidemark.server.space.boundary.ClientView;
import org.tidemark.server.space.boundary.Clients;

/** A page of the devices of all users. */
@Named
@RequestScoped
public class Devices {
  private static final int PAGE = 50;

  @Inject private Clients clients;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private @Nullable String user;
  private boolean first;
  private @Nullable String problem;
  private ClientPage page = ClientPage.EMPTY;

  @PostConstruct
  void load() {
    user = parameters.get("user");
    String after = parameters.get("after");
    first = after == null;
    try {
      page = clients.page(signedIn.caller(), user, after, PAGE);
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  public List<ClientView> getRows() {
    return page.clients();
  }

  /** The way to what a user did. */
  public String trailLink(ClientView row) {
    return new Address("audit.xhtml").with("actor", row.user()).toString();
  }

  /** The way to the conflicts that a device waits for. */
  public String conflictsLink(ClientView row) {
    return new Address("queue.xhtml").with("client", row.clientId()).toString();
  }

  /** The way to the first page; null: this is it. */
  public @Nullable String getFirstLink() {
    return first ? null : address().toString();
  }

  public @Nullable String getNextLink() {
    return page.next() == null ? null : address().with("after", page.next()).toString();
  }

  private Address address() {
    return new Address("clients.xhtml").with("user", user);
  }

  public @Nullable String getUser() {
    return user;
  }

  public @Nullable String getProblem() {
    return problem;
  }
}
