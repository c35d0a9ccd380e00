package org.tidemark.server.review.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.review.boundary.Comment;

/** Keeps the comments on conflicts. */
@ApplicationScoped
public class CommentStore {
  /** A device that edits on and on makes one conflict after another; people talk about all. */
  private static final int MOST_BEFORE = 20;

  private static final int MOST_LISTED = 200;

  /** The newest, with those on conflicts whose place this one has taken. */
  private static final String LIST =
      """
      with recursive chain (conflict_id, nth) as (
        select ?::text collate "C", 0
        union all
        select c.conflict_id, chain.nth + 1
          from chain join conflict c on c.successor = chain.conflict_id where chain.nth < %d)
      select * from (
        select m.author, m.written_at, m.words, m.comment_id
          from chain join conflict_comment m on m.conflict_id = chain.conflict_id
         order by m.written_at desc, m.comment_id desc limit %d) newest
       order by written_at, comment_id
      """
          .formatted(MOST_BEFORE, MOST_LISTED);

  private static final String KEY =
      """
      select c.space, c.entity_type, c.id,
             (select count(*) from conflict_comment m where m.conflict_id = c.conflict_id) as written,
             exists (select 1 from conflict_comment m where m.comment_id = ?) as known
        from conflict c where c.conflict_id = ?
      """;

  private static final String LOCK = "select 1 from conflict where conflict_id = ? for update";

  private static final String ADD =
      """
      insert into conflict_comment (comment_id, conflict_id, author, written_at, words)
      values (?, ?, ?, ?, ?)
      """;

  @Inject private AuditTrail audit;
  @Inject private InstantSource clock;

  public List<Comment> list(Connection connection, String conflictId) throws SQLException {
    List<Comment> comments = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LIST)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          comments.add(
              new Comment(
                  row.getString("author"),
                  row.getObject("written_at", OffsetDateTime.class).toInstant(),
                  row.getString("words")));
        }
      }
    }
    return comments;
  }

  /** Adds a comment; false where it was added before. */
  public boolean add(
      Connection connection,
      Caller caller,
      String conflictId,
      String commentId,
      String words,
      int most)
      throws SQLException {
    lock(connection, conflictId);
    RecordKey key;
    try (PreparedStatement select = connection.prepareStatement(KEY)) {
      select.setString(1, commentId);
      select.setString(2, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw Failures.unknown("/conflictId", "That conflict");
        }
        if (row.getBoolean("known")) {
          return false;
        }
        if (row.getInt("written") >= most) {
          throw Failures.tooManyComments(most);
        }
        key =
            new RecordKey(
                new SpaceId(row.getString("space")),
                new EntityType(row.getString("entity_type")),
                new RecordId(row.getString("id")));
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, commentId);
      insert.setString(2, conflictId);
      insert.setString(3, caller.user());
      insert.setObject(4, time(clock.instant()));
      insert.setString(5, words);
      insert.executeUpdate();
    }
    audit.record(caller, "conflict.comment", key, conflictId, null, words);
    return true;
  }

  /** Takes turns with others who write on the same conflict, so that the bound holds. */
  private static void lock(Connection connection, String conflictId) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, conflictId);
      lock.executeQuery().close();
    }
  }
}
