package org.tidemark.console.queue;

import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.server.review.boundary.QueueFilter;

/** The filter as it stands in the address of a page, so that a link can be shared. */
public final class QueueAddress {
  private QueueAddress() {}

  /** A page with the filter, and with one parameter more. */
  public static String of(String page, QueueFilter filter, String name, @Nullable String value) {
    return new Address(page)
        .with("type", filter.entityType())
        .with("space", filter.space())
        .with("client", filter.clientId())
        .with("kind", text(filter.kind()))
        .with("hours", text(filter.olderThanHours()))
        .with("field", filter.field())
        .with("text", filter.text())
        .with(name, value)
        .toString();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
