package org.tidemark.server.review.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.review.control.CommentStore;

/** What administrators write about conflicts; those who look on read it. */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class Comments {
  /** The most characters of a comment. */
  public static final int LONGEST = 2_000;

  /** The most comments on a conflict. */
  public static final int MOST = 100;

  @Inject private Database database;
  @Inject private CommentStore store;

  /**
   * The comments on a conflict and on those whose place it has taken, oldest first; the newest 200.
   */
  public List<Comment> of(Caller caller, String conflictId) {
    ReviewQueue.requireOfficer(caller);
    return database.call(connection -> store.list(connection, conflictId));
  }

  /**
   * Adds a comment, once for each comment id.
   *
   * @param words 1 to 2,000 characters
   * @throws org.tidemark.server.failure.SyncException {@code INVALID_REQUEST}, {@code
   *     TOO_MANY_COMMENTS}
   */
  public void add(Caller caller, String conflictId, String commentId, String words) {
    ReviewQueue.requireAdmin(caller);
    String problem = MutationId.problem(commentId);
    if (problem != null) {
      throw Failures.invalid("/commentId", problem);
    }
    String text = words.strip();
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > LONGEST || text.indexOf('\0') >= 0) {
      throw Failures.invalid("/words", "must have from 1 to " + LONGEST + " characters");
    }
    database.call(connection -> store.add(connection, caller, conflictId, commentId, text, MOST));
  }
}
