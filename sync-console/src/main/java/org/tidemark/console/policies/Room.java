package org.tidemark.console.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.signin.LastPress;

/**
 * Room for a draft that the browser has kept, see drafts.js: the page gets the rows and the way of
 * editing that the draft had, and the browser fills them in.
 */
@Named
@RequestScoped
public class Room {
  private static final int MOST_RULES = 1_000;

  @Inject private PolicyEditor editor;
  @Inject private LastPress lastPress;

  private @Nullable Integer rules;
  private @Nullable Integer from;
  private boolean text;
  private boolean made;
  private boolean lost;

  public void make() {
    int wanted = rules == null ? 0 : rules;
    editor.makeRoom(
        Math.max(0, Math.min(wanted, MOST_RULES)), text, from == null ? editor.getSeen() : from);
    made = true;
    if (lost) {
      lastPress.tellAgain();
    }
  }

  /** Whether this page has room for what the browser has kept. */
  public boolean isMade() {
    return made;
  }

  public @Nullable Integer getRules() {
    return null;
  }

  public void setRules(@Nullable Integer value) {
    rules = value;
  }

  /** The version that the draft was begun from. */
  public @Nullable Integer getFrom() {
    return null;
  }

  public void setFrom(@Nullable Integer value) {
    from = value;
  }

  public @Nullable String getLost() {
    return null;
  }

  /** Whether the page that is left for this one tells that a press was lost. */
  public void setLost(@Nullable String value) {
    lost = Boolean.parseBoolean(value);
  }

  public @Nullable String getText() {
    return null;
  }

  /** Whether the draft is JSON and not a form. */
  public void setText(@Nullable String value) {
    text = Boolean.parseBoolean(value);
  }
}
