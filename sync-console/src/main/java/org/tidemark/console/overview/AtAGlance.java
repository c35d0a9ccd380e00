package org.tidemark.console.overview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.chart.Columns;
import org.tidemark.server.overview.boundary.Glance;
import org.tidemark.server.overview.boundary.Oldest;
import org.tidemark.server.overview.boundary.OpenConflicts;
import org.tidemark.server.overview.boundary.OpenOfType;
import org.tidemark.server.overview.boundary.Overview;
import org.tidemark.server.overview.boundary.SeenClients;

/** The overview's numbers, and the ways from them to what they count. */
@Named("glance")
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class AtAGlance {
  private static final String OVER_A_WEEK = "168";

  @Inject private Overview overview;
  private Glance glance;

  /** Conflicts of an age. */
  public record Age(String key, int count, @Nullable String link) {}

  @PostConstruct
  void load() {
    glance = overview.glance();
  }

  public OpenConflicts getOpen() {
    return glance.open();
  }

  public List<Age> getAges() {
    OpenConflicts open = glance.open();
    return List.of(
        new Age("age.underADay", open.underADay(), null),
        new Age("age.underAWeek", open.underAWeek(), null),
        new Age(
            "age.older",
            open.older(),
            new Address("queue.xhtml").with("hours", OVER_A_WEEK).toString()));
  }

  public List<OpenOfType> getTypes() {
    return glance.types();
  }

  public String typeLink(OpenOfType type) {
    return new Address("queue.xhtml").with("type", type.entityType()).toString();
  }

  public @Nullable Oldest getOldest() {
    return glance.oldest().orElse(null);
  }

  public String getOldestLink() {
    return new Address("conflict.xhtml")
        .with("id", glance.oldest().map(Oldest::conflictId).orElse(null))
        .toString();
  }

  public SeenClients getClients() {
    return glance.clients();
  }

  /** Clients by when they were last seen. */
  public List<Age> getSeen() {
    List<Integer> counts = glance.clients().bySeen();
    return IntStream.range(0, counts.size())
        .mapToObj(i -> new Age("seen." + i, counts.get(i), null))
        .toList();
  }

  /** Clients of the last week by how their clocks go. */
  public List<Age> getClocks() {
    List<Integer> counts = glance.clients().byClock();
    return IntStream.range(0, counts.size())
        .mapToObj(i -> new Age("clocks." + i, counts.get(i), null))
        .toList();
  }

  public Columns getClockChart() {
    return new Columns(glance.clients().byClock());
  }
}
