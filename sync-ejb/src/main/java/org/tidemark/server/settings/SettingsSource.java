package org.tidemark.server.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives the settings and the clock to whoever injects them. */
@ApplicationScoped
class SettingsSource {
  @Produces
  @Singleton
  ServerSettings settings() {
    return ServerSettings.from(System.getenv());
  }

  @Produces
  @Singleton
  MediaSettings mediaSettings() {
    return MediaSettings.from(System.getenv(), System.getProperty("jboss.server.data.dir", "."));
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
