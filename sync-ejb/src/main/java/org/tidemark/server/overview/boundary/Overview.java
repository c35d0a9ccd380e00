package org.tidemark.server.overview.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.tidemark.server.database.Database;
import org.tidemark.server.overview.control.Courses;
import org.tidemark.server.overview.control.OverviewQueries;

/** Numbers of all spaces, for those who look after the server. They tell nothing of anyone. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class Overview {
  @Inject private Database database;
  @Inject private OverviewQueries queries;
  @Inject private Courses courses;
  @Inject private InstantSource clock;

  public Glance glance() {
    return database.call(connection -> queries.glance(connection, clock.instant()));
  }

  /** What happened lately. */
  public Course course(Span span) {
    return database.call(connection -> courses.read(connection, span, clock.instant()));
  }
}
