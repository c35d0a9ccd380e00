package org.tidemark.server.database;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate validates its mappings against it.
 *
 * <p>An {@code Integrator} runs before the schema is validated; a start-up EJB would run after. Two
 * nodes that start on one empty database take turns on Flyway's lock: one migrates, the other finds
 * nothing left to do.
 */
public class SchemaMigration implements Integrator {
  private static final String DATA_SOURCE = "java:jboss/datasources/SyncDS";

  @Override
  public void integrate(
      Metadata metadata,
      BootstrapContext bootstrapContext,
      SessionFactoryImplementor sessionFactory) {
    ClassLoader ours = SchemaMigration.class.getClassLoader();
    Flyway.configure(ours)
        .dataSource(dataSource())
        .locations("classpath:db/migration")
        .table("schema_history")
        .load()
        .migrate();
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry serviceRegistry) {}

  // The name is a constant of ours; an integrator gets nothing injected.
  @SuppressWarnings("BanJNDI")
  private static DataSource dataSource() {
    try {
      return (DataSource) new InitialContext().lookup(DATA_SOURCE);
    } catch (NamingException e) {
      throw new IllegalStateException("The data source " + DATA_SOURCE + " is not configured.", e);
    }
  }
}
