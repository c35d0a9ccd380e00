package org.tidemark.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.launcher.EmbeddedDatabase;

/**
 * PostgreSQL's own load generator ({@code apt install postgresql-contrib} has it) with the
 * statements of {@link Limit}, each client in a space of its own; the documents are made in the
 * database.
 */
final class Pgbench implements Contender {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+)");

  private final EmbeddedDatabase database;
  private final int clients;
  private final int items;
  private final Path script;

  private Pgbench(EmbeddedDatabase database, int clients, int items, String script)
      throws IOException {
    this.database = database;
    this.clients = clients;
    this.items = items;
    this.script = Files.createTempFile("tidemark-pgbench", ".sql");
    Files.writeString(this.script, script);
  }

  /** Writes batches as {@link Limit#writer} does. */
  static Pgbench writer(EmbeddedDatabase database, int clients, int batch) throws Exception {
    StringBuilder spaces = new StringBuilder();
    for (int i = 0; i < clients; i++) {
      spaces.append(
          "insert into space (id, created_by, created_at) values ('pgbench-%d','limit',now())"
              .formatted(i));
      spaces.append(" on conflict do nothing;\n");
    }
    Pgbench prepare = new Pgbench(database, 1, 1, spaces.toString());
    prepare.command("--transactions=1");
    prepare.close();
    String script =
        String.format(
            Locale.ROOT,
            """
            begin;
            insert into receipt (client_id, mutation_id, fingerprint, status, answer, data_as_sent, \
            created_at, expires_at) select 'pgbench', gen_random_uuid()::text, \
            decode(repeat('ab', 32), 'hex'), 'APPLIED', repeat('x', 200), true, now(), now() \
            from generate_series(1, %1$d);
            with counter as (update space set seq = seq + %1$d where id = 'pgbench-' || :client_id \
            returning seq - %1$d as before) insert into record (space, entity_type, id, seq, \
            version, updated_at_ms, deleted, data, client_id, mutation_id, written_by, \
            written_at) select 'pgbench-' || :client_id, 'limit', gen_random_uuid()::text, \
            counter.before + n, 1, 0, false, '%2$s', 'limit', 'x', 'limit', now() \
            from counter, generate_series(1, %1$d) n;
            end;
            """,
            batch,
            Documents.data(1).replace(':', '='));
    return new Pgbench(database, clients, batch, script);
  }

  @Override
  public Score run(Duration time) throws Exception {
    String report = command("--time=" + time.toSeconds());
    double latency = find(LATENCY, report);
    return new Score(find(RATE, report) * items, latency, Double.NaN);
  }

  private String command(String much) throws IOException, InterruptedException {
    URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    ProcessBuilder builder =
        new ProcessBuilder(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--username=" + database.user(),
                "--client=" + clients,
                "--jobs=" + Math.min(2, clients),
                "--file=" + script,
                much,
                address.getPath().substring(1))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench: " + report);
    }
    return report;
  }

  private static double find(Pattern pattern, String report) throws IOException {
    Matcher found = pattern.matcher(report);
    if (!found.find()) {
      throw new IOException("pgbench: " + report);
    }
    return Double.parseDouble(found.group(1));
  }

  @Override
  public void close() throws IOException {
    Files.delete(script);
  }
}
