package org.tidemark.cli.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Columns;
import org.tidemark.cli.print.Texts;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.Timestamps;

/** A conflict for people: the changed fields alone, both sides beside each other. */
final class ConflictText {

  private static final int WIDTH = 80;
  private static final int BRIEF = 30;

  private ConflictText() {}

  /**
   * @param shown the record's name
   * @param cut whether long values are cut
   */
  static List<String> lines(ConflictView view, String shown, boolean cut) {
    Conflict conflict = view.conflict();
    List<String> lines = new ArrayList<>();
    lines.add(shown + ", changed here and elsewhere");
    lines.add("  id " + view.id() + ", found " + Timestamps.print(view.detectedAt()));
    lines.add("  revision " + view.revision());
    if (conflict.clientData() == null) {
      lines.add("  Here it was deleted; the server has it still.");
    } else if (conflict.serverData() == null) {
      lines.add("  On the server it was deleted; here it was edited.");
    }
    lines.addAll(Columns.beside("HERE", "SERVER", cut));
    for (FieldConflict field : conflict.fields()) {
      String head = "  " + field.path() + note(field);
      lines.add(Texts.cut(Texts.escaped(head), WIDTH));
      lines.addAll(Columns.beside(value(field.client()), value(field.server()), cut));
    }
    lines.addAll(hint("--keep-local drops what the server has in ", view.keepLocalDrops()));
    lines.addAll(hint("--use-server drops what is here in ", view.useServerDrops()));
    return lines;
  }

  private static List<String> hint(String words, List<String> fields) {
    List<String> lines = new ArrayList<>();
    if (fields.isEmpty()) {
      return lines;
    }
    String sentence = Texts.escaped(words + String.join(", ", fields) + ".");
    for (String line : Texts.wrapped(sentence, WIDTH - 2)) {
      lines.add("  " + line);
    }
    return lines;
  }

  /** What it was, and what is suggested where that is neither side. */
  private static String note(FieldConflict field) {
    List<String> notes = new ArrayList<>();
    if (field.settled()) {
      notes.add("settled: " + brief(field.suggested()));
    } else if (!Objects.equals(field.suggested(), field.client())
        && !Objects.equals(field.suggested(), field.server())) {
      notes.add("suggested " + brief(field.suggested()));
    }
    if (field.base() != null) {
      notes.add("was " + brief(field.base()));
    }
    return notes.isEmpty() ? "" : "  (" + String.join(", ", notes) + ")";
  }

  private static String brief(@Nullable Json value) {
    return Texts.cut(value(value), BRIEF);
  }

  /** A text without its quotes, since there is no doubt here; anything else as JSON. */
  private static String value(@Nullable Json value) {
    if (value == null) {
      return "(none)";
    }
    return value instanceof JsonString text && !text.value().isBlank()
        ? text.value()
        : CanonicalJson.print(value);
  }
}
