package org.tidemark.client.transport.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.Timestamps;

/** Prints requests as JSON; a document goes as the text that it is. */
final class Requests {

  private final StringBuilder out = new StringBuilder(1024);

  private Requests(String query) {
    out.append("{\"query\":");
    CanonicalJson.appendString(out, query);
    out.append(",\"variables\":{");
  }

  private byte[] bytes() {
    return out.append("}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] plain(String query) {
    return new Requests(query).bytes();
  }

  static byte[] push(PushRequest request) {
    Requests to = new Requests(Queries.PUSH);
    to.out.append("\"i\":{");
    to.text("clientId", request.clientId().value());
    to.time("clientTime", request.clientTime());
    to.name("mutations").append('[');
    String separator = "";
    for (Mutation mutation : request.mutations()) {
      to.out.append(separator);
      to.mutation(mutation);
      separator = ",";
    }
    to.out.append("]}");
    return to.bytes();
  }

  private void mutation(Mutation mutation) {
    out.append('{');
    text("clientMutationId", mutation.id().value());
    text("operation", mutation.operation().name());
    text("entityType", mutation.key().type().value());
    text("id", mutation.key().id().value());
    text("space", mutation.key().space().value());
    document("data", mutation.data());
    document("base", mutation.sentBase());
    number("baseVersion", mutation.baseVersion());
    text("previous", mutation.previous() == null ? null : mutation.previous().value());
    time("updatedAt", mutation.updatedAt());
    if (!mutation.fieldTimes().isEmpty()) {
      name("fieldTimes").append('{');
      mutation.fieldTimes().forEach(this::time);
      out.append('}');
    }
    number("sequence", mutation.sequence());
    out.append('}');
  }

  static byte[] resolve(ResolveRequest request) {
    Requests to = new Requests(Queries.RESOLVE);
    to.out.append("\"i\":{");
    to.text("clientId", request.clientId().value());
    to.text("clientMutationId", request.mutationId().value());
    to.text("conflictId", request.conflictId());
    to.text("resolution", request.resolution().name());
    to.document("data", request.data());
    to.number("serverVersion", request.serverVersion());
    to.time("updatedAt", request.updatedAt());
    to.number("sequence", request.sequence());
    to.out.append('}');
    return to.bytes();
  }

  static byte[] pull(PullRequest request) {
    Requests to = new Requests(Queries.PULL);
    to.text("c", request.clientId().value());
    to.text("a", request.cursor());
    to.number("l", request.limit());
    if (!request.types().isEmpty()) {
      to.name("t").append('[');
      String separator = "";
      for (EntityType type : request.types()) {
        CanonicalJson.appendString(to.out.append(separator), type.value());
        separator = ",";
      }
      to.out.append(']');
    }
    return to.bytes();
  }

  private StringBuilder name(String name) {
    char last = out.charAt(out.length() - 1);
    if (last != '{') {
      out.append(',');
    }
    CanonicalJson.appendString(out, name);
    return out.append(':');
  }

  private void text(String name, @Nullable String value) {
    if (value != null) {
      CanonicalJson.appendString(name(name), value);
    }
  }

  private void time(String name, Instant value) {
    text(name, Timestamps.print(value));
  }

  private void number(String name, @Nullable Number value) {
    if (value != null) {
      name(name).append(value);
    }
  }

  private void document(String name, @Nullable Document value) {
    if (value != null) {
      name(name).append(value.text());
    }
  }
}
