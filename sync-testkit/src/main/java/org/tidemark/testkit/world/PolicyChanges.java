package org.tidemark.testkit.world;

import java.util.List;
import org.tidemark.testkit.server.Policies;

/**
 * The policies that administrators change to. Counters, threads and gauges keep their rules, since
 * the checkers know what comes of those; but a person may have to decide on a thread, or little may
 * be allowed. (Of two equal counts that are by MANUAL one and the same, no sum could be told.)
 */
final class PolicyChanges {

  private static final List<String> CHANGES =
      List.of(
          "{'entityType': 'profile', 'strategy': 'LAST_WRITE_WINS', 'granularity': 'FIELD'}",
          "{'entityType': 'profile', 'strategy': 'MANUAL'}",
          "{'entityType': 'profile', 'strategy': 'SERVER_MERGE', 'onDelete': 'DELETE_WINS'}",
          "{'entityType': 'profile', 'strategy': 'LAST_WRITE_WINS'}",
          "{'entityType': 'task', 'strategy': 'SERVER_MERGE', 'onDelete': 'EDIT_WINS'}",
          "{'entityType': 'task', 'strategy': 'LAST_WRITE_WINS'}",
          "{'entityType': 'task', 'strategy': 'LAST_WRITE_WINS', 'granularity': 'FIELD'}",
          "{'entityType': 'invoice', 'strategy': 'LAST_WRITE_WINS'}",
          "{'entityType': 'invoice', 'strategy': 'SERVER_MERGE', 'onDelete': 'NEWEST'}",
          "{'entityType': 'invoice', 'strategy': 'MANUAL'}",
          "{'entityType': 'note', 'strategy': 'LAST_WRITE_WINS', 'granularity': 'FIELD'}",
          "{'entityType': 'note', 'strategy': 'SERVER_MERGE', 'rules': {'/title': 'SERVER',"
              + " '/text': 'CLIENT', '/tags': 'APPEND', '/votes': 'MANUAL'}}",
          "{'entityType': 'note', 'strategy': 'MANUAL', 'maxBytes': 40}",
          "{'entityType': 'comment_thread', 'strategy': 'SERVER_MERGE', 'maxBytes': 120,"
              + " 'rules': {'/comments': 'APPEND'}}",
          "{'entityType': 'comment_thread', 'strategy': 'SERVER_MERGE',"
              + " 'rules': {'/comments': 'APPEND'}}",
          "{'entityType': 'counter', 'strategy': 'SERVER_MERGE', 'maxBytes': 10,"
              + " 'rules': {'/count': 'SUM'}}",
          "{'entityType': 'comment_thread', 'strategy': 'MANUAL'}",
          "{'entityType': 'counter', 'strategy': 'SERVER_MERGE', 'rules': {'/count': 'SUM'}}",
          "{'entityType': 'gauge', 'strategy': 'SERVER_MERGE', 'maxBytes': 10,"
              + " 'rules': {'/high': 'MAX', '/low': 'MIN'}}",
          "{'entityType': 'gauge', 'strategy': 'SERVER_MERGE',"
              + " 'rules': {'/high': 'MAX', '/low': 'MIN'}}");

  private PolicyChanges() {}

  /** Some change. */
  static Policies any(Dice dice) {
    return Policies.of("[" + dice.pick(CHANGES).replace('\'', '"') + "]");
  }
}
