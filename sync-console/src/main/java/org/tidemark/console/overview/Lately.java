package org.tidemark.console.overview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.chart.Columns;
import org.tidemark.console.words.Words;
import org.tidemark.server.metrics.control.Tally;
import org.tidemark.server.overview.boundary.Course;
import org.tidemark.server.overview.boundary.Overview;
import org.tidemark.server.overview.boundary.Span;

/** What happened lately: a chart for each verdict, each on a scale of its own, and the numbers. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class Lately {
  private static final List<Tally> VERDICTS =
      List.of(
          Tally.APPLIED,
          Tally.MERGED,
          Tally.SERVER_WINS,
          Tally.CONFLICT,
          Tally.REJECTED,
          Tally.REPLAYED);
  private static final List<Tally> LAGS =
      List.of(
          Tally.BEHIND_UNDER_A_MINUTE,
          Tally.BEHIND_UNDER_AN_HOUR,
          Tally.BEHIND_UNDER_A_DAY,
          Tally.BEHIND_UNDER_A_WEEK,
          Tally.BEHIND_LONGER);

  @Inject private Overview overview;
  @Inject private Parameters parameters;
  @Inject private Words words;
  private Course course;

  /** One thing counted, as a chart. */
  public record Chart(Tally tally, Columns columns) {}

  /** A step of the time looked back at, with the numbers of the charts. */
  public record Row(Instant from, List<Long> counts) {}

  /** How many pulls came from clients that had been behind for so long. */
  public record Lag(Tally tally, long count) {}

  @PostConstruct
  void load() {
    course = overview.course(span(parameters.get("span")));
  }

  private static Span span(@Nullable String name) {
    return Stream.of(Span.values())
        .filter(span -> span.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(Span.DAY);
  }

  public Span[] getSpans() {
    return Span.values();
  }

  public Span getSpan() {
    return course.span();
  }

  public String link(Span span) {
    return "overview.xhtml?span=" + span.name().toLowerCase(Locale.ROOT) + "#lately";
  }

  public List<Chart> getCharts() {
    return VERDICTS.stream().map(tally -> new Chart(tally, new Columns(counts(tally)))).toList();
  }

  /** A chart in a sentence. */
  public String label(Chart chart) {
    return words.of(
        "chartLabel",
        words.of("tally." + chart.tally()),
        chart.columns().getTotal(),
        chart.columns().getMost());
  }

  public Instant getFrom() {
    return course.at(0);
  }

  /** Newest first. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    for (int i = course.span().steps() - 1; i >= 0; i--) {
      int step = i;
      rows.add(
          new Row(
              course.at(step), VERDICTS.stream().map(tally -> counts(tally).get(step)).toList()));
    }
    return rows;
  }

  public List<Lag> getLags() {
    return LAGS.stream()
        .map(tally -> new Lag(tally, new Columns(counts(tally)).getTotal()))
        .toList();
  }

  public long getPulls() {
    return getLags().stream().mapToLong(Lag::count).sum();
  }

  private List<Long> counts(Tally tally) {
    return course.counts().getOrDefault(tally, List.of());
  }
}
