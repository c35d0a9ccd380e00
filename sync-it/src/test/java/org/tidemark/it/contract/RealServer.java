package org.tidemark.it.contract;

import java.time.Duration;
import java.time.Instant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.http.HttpTransport;
import org.tidemark.core.record.SpaceId;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.testkit.contract.ServerSubject;
import org.tidemark.testkit.server.Role;

/** The shipped server over HTTP, by the client's own transport, as a subject of the contract. */
record RealServer(TestServer server) implements ServerSubject {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MOST_BYTES = 64 << 20;

  @Override
  public Transport as(String user) {
    return transport(server.token(user, "user"));
  }

  @Override
  public Transport administrator() {
    return transport(server.token("admin", "user", "admin"));
  }

  @Override
  public void makeSpace(SpaceId space, String owner) {
    server
        .device(owner)
        .ask("mutation { createSpace(space: %s) { space } }".formatted(quoted(space)));
  }

  @Override
  public void admit(SpaceId space, String user, Role role) {
    server
        .administrator()
        .ask(
            "mutation { inviteMember(space: %s, user: %s, role: \"%s\") { user } }"
                .formatted(quoted(space), Http.quoted(user), role));
  }

  @Override
  public void dismiss(SpaceId space, String user) {
    server
        .administrator()
        .ask(
            "mutation { removeMember(space: %s, user: %s) }"
                .formatted(quoted(space), Http.quoted(user)));
  }

  @Override
  public Instant now() {
    return server.now();
  }

  private Transport transport(String token) {
    return new HttpTransport(
        server.server().addresses().sync(), () -> token, PATIENCE, PATIENCE, MOST_BYTES);
  }

  private static String quoted(SpaceId space) {
    return Http.quoted(space.value());
  }
}
