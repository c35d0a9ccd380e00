package org.tidemark.console.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.review.boundary.Comment;
import org.tidemark.server.review.boundary.Comments;

/** What people write to each other about the conflict of the page. */
@Named
@RequestScoped
public class Talk {
  @Inject private Comments comments;
  @Inject private Review review;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private @Nullable List<Comment> said;
  private @Nullable String text;
  private @Nullable String problem;

  /** Adds what was written; the page names it, so a page that is sent again says nothing twice. */
  public void say() {
    review.keepChoices();
    String id = review.getId();
    String commentId = parameters.get("commentId");
    if (text == null || text.isBlank() || id == null || commentId == null) {
      problem = words.of("review.sayNothing");
      return;
    }
    try {
      comments.add(signedIn.caller(), id, commentId, text);
      text = null;
      said = null;
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  public List<Comment> getSaid() {
    if (said == null) {
      String id = review.getId();
      said = id == null ? List.of() : comments.of(signedIn.caller(), id);
    }
    return said;
  }

  /** Names the next comment. */
  public String getNextId() {
    return UUID.randomUUID().toString();
  }

  public int getLongest() {
    return Comments.LONGEST;
  }

  /** Whether this person may write here. */
  public boolean isOpen() {
    return signedIn.isAdmin();
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getText() {
    return text;
  }

  public void setText(@Nullable String value) {
    text = value == null ? null : value.replace("\r\n", "\n");
  }
}
