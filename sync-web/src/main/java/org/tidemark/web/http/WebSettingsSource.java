package org.tidemark.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the API's settings to whoever injects them. */
@ApplicationScoped
class WebSettingsSource {
  @Produces
  @Singleton
  WebSettings settings() {
    return WebSettings.from(System.getenv());
  }
}
