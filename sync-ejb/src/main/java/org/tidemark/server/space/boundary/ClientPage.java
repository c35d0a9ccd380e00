package org.tidemark.server.space.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of clients, by user and then by their own ids.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record ClientPage(List<ClientView> clients, @Nullable String next) {
  public static final ClientPage EMPTY = new ClientPage(List.of(), null);

  public ClientPage {
    clients = List.copyOf(clients);
  }
}
