package org.tidemark.console.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.server.audit.boundary.AuditFilter;

/**
 * The filter of the audit trail as an address has it.
 *
 * @param action the name of an action, {@link #CHANGES} or {@link #ANY}; null: any too
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 */
public record TrailInput(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String space,
    @Nullable String type,
    @Nullable String record,
    @Nullable String conflict,
    @Nullable String from,
    @Nullable String to) {

  /** Stands for all actions that change something. No action is called so: they have a dot. */
  public static final String CHANGES = "changes";

  /** Says that any action is meant, where changes would be shown otherwise. */
  public static final String ANY = "any";

  static TrailInput of(Parameters parameters) {
    return new TrailInput(
        parameters.get("actor"),
        parameters.get("action"),
        parameters.get("space"),
        parameters.get("type"),
        parameters.get("record"),
        parameters.get("conflict"),
        parameters.get("from"),
        parameters.get("to"));
  }

  /** For a page: who opens it without a word looks for what was changed, not for who looked. */
  TrailInput orChanges() {
    return action == null
        ? new TrailInput(actor, CHANGES, space, type, record, conflict, from, to)
        : this;
  }

  /** A page with this filter. */
  Address address(String page) {
    return new Address(page)
        .with("actor", actor)
        .with("action", action)
        .with("space", space)
        .with("type", type)
        .with("record", record)
        .with("conflict", conflict)
        .with("from", from)
        .with("to", to);
  }

  /**
   * The filter. What makes no sense is no filter that finds everything: an export of all would
   * surprise.
   *
   * @throws WrongDays with what was written for a day, or for the first of days that end before
   */
  AuditFilter filter() throws WrongDays {
    Instant first = day(from, 0);
    Instant end = day(to, 1);
    if (first != null && end != null && !first.isBefore(end)) {
      throw new WrongDays(String.valueOf(from), true);
    }
    boolean changesOnly = CHANGES.equals(action);
    return new AuditFilter(
        actor,
        changesOnly || ANY.equals(action) ? null : action,
        changesOnly,
        space,
        type,
        record,
        conflict,
        first,
        end);
  }

  private static @Nullable Instant day(@Nullable String text, int daysLater) throws WrongDays {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 0 && day.getYear() <= 9999) {
        return day.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
    } catch (DateTimeException notOne) {
      throw new WrongDays(text, false);
    }
    throw new WrongDays(text, false);
  }

  /** What was written for a day is none, or comes after the last one. */
  static final class WrongDays extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean afterTheLast;

    WrongDays(String text, boolean afterTheLast) {
      super(text);
      this.afterTheLast = afterTheLast;
    }

    /** Whether it is a day, and the last one is before it. */
    boolean isAfterTheLast() {
      return afterTheLast;
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }
}
