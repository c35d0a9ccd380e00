package org.tidemark.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.infinispan.Cache;

/** Up when the receipt cache takes entries. */
@Readiness
@ApplicationScoped
public class CacheReady implements HealthCheck {

  @Resource(lookup = "java:jboss/infinispan/cache/sync/receipts")
  private Cache<Object, Object> cache;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("cache").status(answers()).build();
  }

  private boolean answers() {
    try {
      return !cache.containsKey("no receipt has this name");
    } catch (IllegalStateException stopped) {
      return false;
    }
  }
}
