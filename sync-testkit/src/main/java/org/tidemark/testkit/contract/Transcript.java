package org.tidemark.testkit.contract;

import java.util.HashMap;
import java.util.Map;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.decide.ConflictPayloads;

/**
 * The answers of a play in words that any server would use: names that a server makes are replaced
 * by numbers, its own times and its opaque cursors are left out.
 */
final class Transcript {
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> aliases = new HashMap<>();

  void line(String line) {
    text.append(line).append('\n');
  }

  String text() {
    return text.toString();
  }

  String item(ItemAnswer item) {
    StringBuilder line =
        new StringBuilder()
            .append(item.mutationId())
            .append(' ')
            .append(item.status())
            .append(" v")
            .append(item.version())
            .append(" at ")
            .append(item.updatedAt())
            .append(item.deleted() ? " deleted " : " ")
            .append(item.data());
    ConflictAnswer conflict = item.conflict();
    if (conflict != null) {
      String alias = alias(conflict.conflictId());
      line.append("\n    ")
          .append(ConflictPayloads.toJson(conflict.conflict(), alias).canonicalText());
    }
    ErrorAnswer error = item.error();
    return error == null ? line.toString() : line.append("\n    ").append(error(error)).toString();
  }

  void page(PullPage page) {
    for (Change change : page.changes()) {
      line("  change " + change);
    }
    for (ClosedConflict closed : page.resolvedConflicts()) {
      line(
          "  closed %s %s %s %s v%d by %s"
              .formatted(
                  alias(closed.conflictId()),
                  closed.key(),
                  closed.status(),
                  closed.resolution(),
                  closed.version(),
                  closed.resolvedBy()));
    }
    line("  spaces " + page.spaces() + (page.hasMore() ? " and more" : " and no more"));
  }

  void failure(TransportException e) {
    line("  refused " + code(e));
  }

  static String code(TransportException e) {
    return e.failure() instanceof TransportFailure.Refused refused
        ? refused.error().code() + " " + refused.error().rejection().category()
        : e.failure().toString();
  }

  private String alias(String conflictId) {
    return aliases.computeIfAbsent(conflictId, none -> "conflict-" + (aliases.size() + 1));
  }

  private static String error(ErrorAnswer error) {
    return error.rejection() + " " + error.retryAfter();
  }
}
