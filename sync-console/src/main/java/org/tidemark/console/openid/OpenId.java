package org.tidemark.console.openid;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider that the settings name, if they do. */
@ApplicationScoped
public class OpenId {
  private @Nullable OpenIdProvider provider;

  @PostConstruct
  void read() {
    OpenIdSettings settings = OpenIdSettings.from(System.getenv());
    provider = settings == null ? null : new OpenIdProvider(settings);
  }

  /** Settings that cannot be used stop the start, not the first sign-in. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    provider();
  }

  Optional<OpenIdProvider> provider() {
    return Optional.ofNullable(provider);
  }
}
