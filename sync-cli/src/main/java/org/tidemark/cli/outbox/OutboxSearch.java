package org.tidemark.cli.outbox;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.cli.session.Prefix;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.outbox.OutboxState;

/** Finds the changes that a person means. */
final class OutboxSearch {

  private OutboxSearch() {}

  /** Any that is not settled, by its id or the beginning of that. */
  static OutboxItem one(Session session, String name) {
    List<OutboxItem> all = new ArrayList<>(session.client().outbox().parked());
    all.addAll(session.client().outbox().pending());
    return Prefix.only(all, item -> item.id().value(), name, "change");
  }

  /** A parked one; another one goes by itself. */
  static OutboxItem parked(Session session, String name) {
    OutboxItem item = one(session, name);
    if (item.state() != OutboxState.PARKED) {
      throw new Refusal(
          "The change of " + session.shown(item.key()) + " is not parked: sync sends it.");
    }
    return item;
  }
}
