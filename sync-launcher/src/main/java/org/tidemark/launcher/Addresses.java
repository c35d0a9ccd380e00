package org.tidemark.launcher;

import java.net.URI;

/** Where a server listens. */
public record Addresses(int httpPort, int managementPort) {

  static final String HTTP_PORT = "sync.http.port";
  static final String MANAGEMENT_PORT = "sync.management.port";

  static Addresses choose(SyncServerSettings settings, Ports ports) {
    return new Addresses(
        ports.choose(settings.httpPort(), 8080, HTTP_PORT),
        ports.choose(settings.managementPort(), 9990, MANAGEMENT_PORT));
  }

  /** The API; GraphQL is at `/graphql` below it, REST at `/api/v1`. */
  public URI sync() {
    return URI.create("http://localhost:%d/sync".formatted(httpPort));
  }

  public URI console() {
    return URI.create("http://localhost:%d/console".formatted(httpPort));
  }

  public URI health() {
    return URI.create("http://localhost:%d/health/ready".formatted(managementPort));
  }

  public URI metrics() {
    return URI.create("http://localhost:%d/prometheus".formatted(managementPort));
  }
}
