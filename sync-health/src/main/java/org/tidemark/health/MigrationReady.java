package org.tidemark.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up when the schema was migrated and no migration has failed. */
@Readiness
@ApplicationScoped
public class MigrationReady implements HealthCheck {

  private static final String DONE =
      "select count(*) > 0 and bool_and(success) from schema_history";

  @Resource(lookup = "java:jboss/datasources/SyncDS")
  private DataSource source;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("migration").status(isDone()).build();
  }

  private boolean isDone() {
    try (var connection = source.getConnection();
        var select = connection.prepareStatement(DONE);
        var row = select.executeQuery()) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException away) {
      return false;
    }
  }
}
