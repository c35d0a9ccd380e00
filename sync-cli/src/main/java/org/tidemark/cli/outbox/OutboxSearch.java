package org.tidemark.cli.outbox;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.session.Pages;
import org.tidemark.cli.session.Prefix;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.outbox.Outbox;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.outbox.OutboxState;
import org.tidemark.core.record.MutationId;

/** Finds the changes that a person means. */
final class OutboxSearch {

  private OutboxSearch() {}

  /** Any that is not settled, by its id or the beginning of that. */
  static OutboxItem one(Session session, String name) {
    Outbox outbox = session.client().outbox();
    Stream<OutboxItem> all =
        Stream.concat(
            Pages.all((after, limit) -> outbox.parked(id(after), limit)),
            Pages.all((after, limit) -> outbox.pending(id(after), limit)));
    return Prefix.only(all, item -> item.id().value(), name, "change");
  }

  private static @Nullable MutationId id(@Nullable OutboxItem item) {
    return item == null ? null : item.id();
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
