package org.tidemark.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up when the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:jboss/datasources/SyncDS")
  private DataSource source;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (var connection = source.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }
}
