package org.tidemark.console.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.difference.Piece;
import org.tidemark.console.difference.WordDiff;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonString;

/**
 * Lays out the sides of a field.
 *
 * @param suggests whether there is a suggestion
 * @param asText whether values are texts, which are shown without quotation marks
 */
record Sides(@Nullable Json base, @Nullable Json suggested, boolean suggests, boolean asText) {

  /** Of a text shorter than this people see the differences by themselves. */
  private static final int SHORT = 24;

  private static final int LONG = 1_000;

  Side of(Choice choice, @Nullable Json value) {
    boolean isBase = choice == Choice.BASE;
    boolean same = !isBase && Objects.equals(value, base);
    boolean isSuggested = suggests && Objects.equals(value, suggested);
    if (value == null) {
      return new Side(choice, true, same, isSuggested, List.of(), "");
    }
    String text = print(value);
    List<Piece> pieces = pieces(text, isBase || same ? null : base);
    boolean cut = pieces.stream().anyMatch(Piece::isCut);
    return new Side(choice, false, same, isSuggested, pieces, cut ? text : "");
  }

  String print(Json value) {
    return asText && value instanceof JsonString string ? string.value() : PrettyJson.print(value);
  }

  private List<Piece> pieces(String text, @Nullable Json before) {
    if (before != null) {
      String old = print(before);
      if (old.length() >= SHORT && text.length() >= SHORT) {
        return WordDiff.shortened(old, text);
      }
    }
    if (text.length() <= LONG) {
      return List.of(new Piece(Piece.Kind.SAME, text));
    }
    int end = WordDiff.beforeWord(text, LONG);
    return List.of(
        new Piece(Piece.Kind.SAME, text.substring(0, end)),
        new Piece(Piece.Kind.CUT, text.substring(end)));
  }
}
