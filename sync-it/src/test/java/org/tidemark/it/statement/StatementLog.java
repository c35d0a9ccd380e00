package org.tidemark.it.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private StatementLog() {}

  /**
   * The beginnings of the statements in their order, save those of transactions of the server's
   * timers and of connections that are being opened.
   */
  static List<String> read(String log) {
    return transactions(log).stream()
        .filter(transaction -> transaction.stream().noneMatch(StatementLog::isOfTheTimer))
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
        if (text.startsWith("COMMIT") || text.startsWith("ROLLBACK")) {
          open.remove(process);
        }
      }
    }
    return transactions;
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
