package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.QueuePage;
import org.tidemark.server.review.control.Place;
import org.tidemark.server.review.control.QueueQueries;

/** How many rows a page of the queue reads while 20,000 conflicts wait, by PostgreSQL's word. */
@ExtendWith(WithServer.class)
class QueuePlanIT {
  private static final int PAGE = 50;
  private static final int MANY = 20_000;

  /** A page's rows and the one that tells whether there are more, for each also its claim. */
  private static final int OF_A_PAGE = 2 * (PAGE + 1);

  private static final Pattern READ =
      Pattern.compile(
          "(?:Scan|Scan Backward) (?:using \\S+ )?on conflict[^\\n]*actual[^\\n]*rows=([0-9.]+)"
              + " loops=([0-9]+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([0-9]+)");
  private static final Pattern PLAN =
      Pattern.compile("(?s)plan:\\s+Query Text: (.*?)(?=\\n\\d{4}-\\d\\d-\\d\\d |\\z)");

  private final TestServer server;
  private final ManyConflicts many;

  QueuePlanIT(TestServer server) {
    this.server = server;
    many = ManyConflicts.make(server, MANY);
  }

  private record Seen(QueuePage page, List<Long> rowsOfPage) {}

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    ManyConflicts.settleAll(server);
  }

  @Test
  void page_underEachFilter_readsAPageOfRows() throws Exception {
    String client =
        server.text("select client_id from conflict where space = ? limit 1", many.space());
    server.execute(
        """
        update conflict set entity_type = 'rare', conflict_type = 'DELETE_EDIT', client_id = 'rare'
         where space = ? and id in ('copy-7000', 'copy-19999')
        """,
        many.space());
    for (QueueFilter filter :
        List.of(
            QueueFilter.ALL,
            filter("invoice", null, null, null, null),
            filter("rare", null, null, null, null),
            filter(null, many.space(), null, null, null),
            filter(null, null, client, null, null),
            filter(null, null, "rare", null, null),
            filter(null, null, "rar", null, null),
            filter(null, null, null, ConflictType.DELETE_EDIT, null),
            filter(null, many.space(), null, null, 10_000),
            filter(null, null, null, null, 0),
            filter(null, null, null, null, 10_000))) {
      Seen seen = read(filter, Place.START);
      assertThat(seen.rowsOfPage())
          .as(filter.toString())
          .isNotEmpty()
          .allMatch(rows -> rows <= OF_A_PAGE);
    }
    assertThat(read(filter("rare", null, null, null, null), Place.START).page().total())
        .isEqualTo(2);
  }

  @Test
  void page_farBack_costsWhatTheFirstDoes() throws Exception {
    QueueFilter filter = filter(null, many.space(), null, null, null);
    String far =
        server.text(
            """
            select to_char(detected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
              from conflict where space = ? and id = 'copy-15000'
            """,
            many.space());
    Place place = new Place(false, Instant.parse(far), "");
    Seen seen = read(filter, place);
    assertThat(seen.page().rows()).hasSize(PAGE);
    assertThat(seen.page().total()).isEqualTo(MANY);
    assertThat(seen.rowsOfPage()).allMatch(rows -> rows <= OF_A_PAGE);
  }

  @Test
  void textThatIsFarBack_isSearchedInSteps_andFound() throws Exception {
    server.execute(
        "update conflict set id = 'needle' where space = ? and id = 'copy-17000'", many.space());
    QueueFilter filter = new QueueFilter(null, many.space(), null, null, null, "/amount", "needle");
    Place place = Place.START;
    int pages = 1;
    Seen seen = read(filter, place);
    assertThat(seen.page().total()).isEqualTo(1);
    while (seen.page().rows().isEmpty()) {
      assertThat(seen.page().partly()).isTrue();
      assertThat(seen.rowsOfPage()).allMatch(rows -> rows <= 2 * QueueQueries.WINDOW + OF_A_PAGE);
      place = Place.parse(String.valueOf(seen.page().next()));
      seen = read(filter, place);
      pages++;
    }
    assertThat(seen.page().rows().get(0).id()).isEqualTo("needle");
    assertThat(pages).isEqualTo(17_000 / QueueQueries.WINDOW + 1);
  }

  private static QueueFilter filter(
      @Nullable String type,
      @Nullable String space,
      @Nullable String client,
      @Nullable ConflictType kind,
      @Nullable Integer hours) {
    return new QueueFilter(type, space, client, kind, hours, null, null);
  }

  /** Reads a page, and what PostgreSQL says of the statements that its rows came from. */
  private Seen read(QueueFilter filter, Place place) throws Exception {
    Path log = server.file("log/postgresql.log");
    long from = Files.size(log);
    QueuePage page;
    try (Connection connection =
            DriverManager.getConnection(server.server().database().jdbcUrl(), "postgres", "");
        Statement setting = connection.createStatement()) {
      setting.execute("load 'auto_explain'");
      setting.execute("set auto_explain.log_min_duration = 0");
      setting.execute("set auto_explain.log_analyze = on");
      page = new QueueQueries().page(connection, filter, place, PAGE);
    }
    byte[] all = Files.readAllBytes(log);
    String text =
        new String(Arrays.copyOfRange(all, (int) from, all.length), StandardCharsets.UTF_8);
    List<Long> rows = new ArrayList<>();
    Matcher plan = PLAN.matcher(text);
    while (plan.find()) {
      if (plan.group(1).startsWith("select c.conflict_id")) {
        rows.add(rows(plan.group(1)));
      }
    }
    return new Seen(page, rows);
  }

  private static long rows(String plan) {
    double rows = 0;
    Matcher read = READ.matcher(plan);
    while (read.find()) {
      rows += Double.parseDouble(read.group(1)) * Long.parseLong(read.group(2));
    }
    Matcher removed = REMOVED.matcher(plan);
    while (removed.find()) {
      rows += Long.parseLong(removed.group(1));
    }
    return Math.round(rows);
  }
}
