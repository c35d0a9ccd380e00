package org.tidemark.console.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.queue.QueueAddress;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.ReviewQueue;

/** The ways from a conflict to others, within the filter of its page. */
@Named
@RequestScoped
public class Ways {
  private static final String PAGE = "conflict.xhtml";

  @Inject private ReviewQueue queue;
  @Inject private SignedIn signedIn;
  @Inject private Review review;

  private @Nullable Optional<String> next;
  private @Nullable Optional<String> previous;

  /** The way to the conflict after this one; null: there is none. */
  public @Nullable String getNext() {
    String id = opened();
    if (next == null && id != null) {
      next = queue.after(signedIn.caller(), filter(), id);
    }
    return next == null ? null : next.map(this::to).orElse(null);
  }

  /** The way to the conflict before this one; null: there is none. */
  public @Nullable String getPrevious() {
    String id = opened();
    if (previous == null && id != null) {
      previous = queue.before(signedIn.caller(), filter(), id);
    }
    return previous == null ? null : previous.map(this::to).orElse(null);
  }

  /** A page that is sent again asks before its conflict is opened. */
  private @Nullable String opened() {
    return review.getFacts() == null ? null : review.getId();
  }

  public String getBack() {
    return QueueAddress.of("queue.xhtml", filter(), "from", null);
  }

  /** The way to another conflict. */
  public String to(String conflictId) {
    return QueueAddress.of(PAGE, filter(), "id", conflictId);
  }

  /** Where a decision leads: on to the next conflict, or back where none is left. */
  String onward(String decided) {
    return queue
        .after(signedIn.caller(), filter(), decided)
        .map(found -> redirect(found, "done", decided))
        .orElseGet(() -> QueueAddress.of("/queue.xhtml", filter(), "faces-redirect", "true"));
  }

  /** Where a decision leads that another conflict has taken the place of. */
  String instead(String fresh, String decided) {
    return redirect(fresh, "before", decided);
  }

  private String redirect(String conflictId, String name, String decided) {
    return "/" + to(conflictId) + "&" + name + "=" + decided + "&faces-redirect=true";
  }

  private QueueFilter filter() {
    return review.filter();
  }
}
