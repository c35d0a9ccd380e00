package org.tidemark.console.openid;

import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.settings.Environment;

/**
 * Who says at the console's door who somebody is.
 *
 * @param issuer of the provider, under which its configuration is found: {@code
 *     SYNC_CONSOLE_OIDC_ISSUER}
 * @param clientId as the provider knows the console: {@code SYNC_CONSOLE_OIDC_CLIENT_ID}
 * @param secret of this client: {@code SYNC_CONSOLE_OIDC_CLIENT_SECRET}
 * @param console the console's address as browsers reach it, beside the API's {@code
 *     SYNC_PUBLIC_URL}
 */
record OpenIdSettings(Issuer issuer, String clientId, String secret, URI console) {
  private static final String ISSUER = "SYNC_CONSOLE_OIDC_ISSUER";
  private static final String CLIENT_ID = "SYNC_CONSOLE_OIDC_CLIENT_ID";
  private static final String SECRET = "SYNC_CONSOLE_OIDC_CLIENT_SECRET";

  /**
   * From the environment; null: no provider is named.
   *
   * @throws IllegalStateException when only some of the settings are there, or one is unusable
   */
  static @Nullable OpenIdSettings from(Map<String, String> environment) {
    Environment read = new Environment(environment);
    String issuer = read.text(ISSUER);
    String clientId = read.text(CLIENT_ID);
    String secret = read.text(SECRET);
    if (issuer == null && clientId == null && secret == null) {
      return null;
    }
    if (issuer == null || clientId == null || secret == null) {
      throw new IllegalStateException(
          ISSUER + ", " + CLIENT_ID + " and " + SECRET + " must be set all or not at all.");
    }
    Issuer provider =
        read.parsed(
            ISSUER, issuer, OpenIdSettings::issuer, "an address that begins with https or http");
    URI api =
        Objects.requireNonNullElse(
            read.address("SYNC_PUBLIC_URL"), URI.create("http://localhost:8080/sync"));
    return new OpenIdSettings(provider, clientId, secret, api.resolve("/console/"));
  }

  private static Issuer issuer(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !address.getScheme().matches("https?")) {
      throw new IllegalArgumentException(text);
    }
    return new Issuer(text);
  }

  /** Where the provider sends the browser back to; it must be known there. */
  URI back() {
    return console.resolve("openid/back");
  }

  @Override
  public String toString() {
    return "OpenIdSettings[" + issuer + ", " + clientId + "]";
  }
}
