package org.tidemark.console.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.review.boundary.QueueFilter;

/** The filter as it stands in the address of a page, so that a link can be shared. */
public final class QueueAddress {
  private QueueAddress() {}

  /** A page with the filter, and with one parameter more. */
  public static String of(String page, QueueFilter filter, String name, @Nullable String value) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    parameters.put("type", filter.entityType());
    parameters.put("space", filter.space());
    parameters.put("client", filter.clientId());
    parameters.put("kind", filter.kind());
    parameters.put("hours", filter.olderThanHours());
    parameters.put("field", filter.field());
    parameters.put("text", filter.text());
    parameters.put(name, value);
    String query =
        parameters.entrySet().stream()
            .filter(each -> each.getValue() != null)
            .map(each -> each.getKey() + "=" + encoded(String.valueOf(each.getValue())))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? page : page + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
