package org.tidemark.it.statement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.TestServer;

/** Reads PostgreSQL's log of statements. */
public final class StatementLog {

  private static final List<String> TIMERS =
      List.of(
          "skip locked",
          "expires_at <=",
          "media_key",
          "from media_usage",
          "hour_tally",
          "select id, seq from space",
          "select id from bulk_job where state in",
          // Of the console's pages that stand open.
          "select (select count(*)",
          "select count(*) filter (where",
          "select count(*) from (select c.*",
          "select user_id, space from membership",
          "select count(*) from conflict where status = 'OPEN'");

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?m)^\\S+ \\S+ \\S+ \\[([0-9]+)\\] (?:LOG:  (execute [^:]+|statement): |[A-Z]+:)");
  private static final int SHOWN = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private StatementLog() {}

  /** Has PostgreSQL log every statement from now on, on all its connections. */
  public static void begin(TestServer server) throws SQLException {
    configure(server, "alter system set log_statement = 'all'", "all");
  }

  public static void end(TestServer server) throws SQLException {
    configure(server, "alter system reset log_statement", "none");
  }

  /**
   * The reload comes with a signal. A connection that is opened after it has the setting; those
   * that are open were told before, and take it over with their next statement.
   */
  private static void configure(TestServer server, String setting, String expected)
      throws SQLException {
    try (Connection connection = superuser(server);
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      statement.execute("select pg_reload_conf()");
    }
    Await.until("log_statement is " + expected, PATIENCE, () -> isSet(server, expected));
  }

  private static boolean isSet(TestServer server, String expected) {
    try (Connection connection = superuser(server);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show log_statement")) {
      return row.next() && expected.equals(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection superuser(TestServer server) throws SQLException {
    return DriverManager.getConnection(server.server().database().jdbcUrl(), "postgres", "");
  }

  /**
   * The beginnings of the statements in their order, save those of transactions of the server's
   * timers, of those that are not there as a whole, and of connections that are being opened.
   */
  static List<String> read(String log) {
    return transactions(log).stream()
        .filter(transaction -> transaction.stream().noneMatch(StatementLog::isOfTheTimer))
        .filter(StatementLog::isWhole)
        .flatMap(List::stream)
        .filter(statement -> !isOfAnOpening(statement))
        .map(StatementLog::shown)
        .toList();
  }

  /** The statements of each transaction that holds this one, BEGIN and COMMIT included. */
  public static List<List<String>> transactionsWith(String log, String statement) {
    return transactions(log).stream()
        .filter(each -> each.stream().anyMatch(text -> text.contains(statement)))
        .map(each -> each.stream().map(StatementLog::shown).toList())
        .toList();
  }

  private static List<List<String>> transactions(String log) {
    Map<String, List<String>> open = new HashMap<>();
    List<List<String>> transactions = new ArrayList<>();
    Matcher entry = ENTRY.matcher(log);
    boolean found = entry.find();
    while (found) {
      String process = entry.group(1);
      boolean isStatement = entry.group(2) != null;
      int from = entry.end();
      found = entry.find();
      String text = log.substring(from, found ? entry.start() : log.length());
      if (isStatement) {
        if (text.startsWith("BEGIN") || !open.containsKey(process)) {
          List<String> begun = new ArrayList<>();
          open.put(process, begun);
          transactions.add(begun);
        }
        open.computeIfAbsent(process, key -> new ArrayList<>()).add(text);
        if (isEnd(text)) {
          open.remove(process);
        }
      }
    }
    return transactions;
  }

  /**
   * A timer's transaction may lie across an end of the log, and not be known by what is left of it.
   * One of a request that was sent and answered meanwhile never does.
   */
  private static boolean isWhole(List<String> transaction) {
    return transaction.get(0).startsWith("BEGIN") == isEnd(transaction.get(transaction.size() - 1));
  }

  private static boolean isEnd(String statement) {
    return statement.startsWith("COMMIT") || statement.startsWith("ROLLBACK");
  }

  private static boolean isOfAnOpening(String statement) {
    return statement.startsWith("SET ");
  }

  private static boolean isOfTheTimer(String statement) {
    return TIMERS.stream().anyMatch(statement::contains);
  }

  private static String shown(String statement) {
    String oneLine = statement.strip().replaceAll("\\s+", " ");
    return oneLine.substring(0, Math.min(SHOWN, oneLine.length()));
  }
}
