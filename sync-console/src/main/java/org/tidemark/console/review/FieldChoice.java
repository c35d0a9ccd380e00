package org.tidemark.console.review;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/**
 * A field that is in conflict, as a person sees it, and what they chose for it.
 *
 * <p>Where every side is a text, what is written by hand is one as it stands; else it is JSON.
 */
public final class FieldChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A text that is longer is written in a field of several lines. */
  private static final int LINE = 60;

  private final String path;
  private final @Nullable String base;
  private final @Nullable String server;
  private final @Nullable String client;
  private final boolean settled;
  private final SettledBy settledBy;
  private final boolean text;
  private final boolean number;
  private final boolean suggestedMix;
  private final boolean suggestsRemoval;
  private final boolean large;
  private final List<Side> sides;
  private final @Nullable Side outcome;
  private final @Nullable String became;
  private List<Picture> pictures = List.of();
  private Choice choice;
  private @Nullable String other;
  private @Nullable String problem;

  /**
   * Begins with the suggestion; where one side has deleted the record there is none, and it begins
   * with what would be lost.
   *
   * @param baseKnown whether it is known what both sides started from
   * @param deleted the side that has; null: none has
   * @param result what the record has become; null: nothing yet
   */
  FieldChoice(
      FieldConflict field, boolean baseKnown, @Nullable Choice deleted, @Nullable Became result) {
    path = field.path();
    base = print(field.base());
    server = print(field.server());
    client = print(field.client());
    settled = field.settled();
    settledBy = SettledBy.of(field, baseKnown);
    text = areAll(JsonString.class, field);
    number = areAll(JsonNumber.class, field);
    Sides layout = new Sides(field.base(), field.suggested(), deleted == null, text);
    sides =
        List.of(
            layout.of(Choice.BASE, field.base()),
            layout.of(Choice.SERVER, field.server()),
            layout.of(Choice.CLIENT, field.client()));
    Json decided = result == null ? null : result.at(path);
    became = print(decided);
    outcome = result == null ? null : layout.of(Choice.OTHER, decided);
    String suggested = print(field.suggested());
    suggestedMix = deleted == null && sides.stream().noneMatch(Side::suggested);
    suggestsRemoval = suggestedMix && suggested == null;
    if (deleted != null) {
      choice = deleted == Choice.SERVER ? Choice.CLIENT : Choice.SERVER;
    } else if (Objects.equals(suggested, client) && !Objects.equals(client, server)) {
      choice = Choice.CLIENT;
    } else if (Objects.equals(suggested, server)) {
      choice = Choice.SERVER;
    } else {
      choice = suggestedMix ? Choice.OTHER : Choice.BASE;
    }
    other = field.suggested() == null ? null : layout.print(field.suggested());
    large = Stream.of(base, server, client, other).anyMatch(FieldChoice::isLarge);
  }

  private static boolean isLarge(@Nullable String value) {
    return value != null && (value.length() > LINE || value.indexOf('\n') >= 0);
  }

  private static boolean areAll(Class<? extends Json> kind, FieldConflict field) {
    List<Json> present =
        Stream.of(field.base(), field.server(), field.client())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return !present.isEmpty() && present.stream().allMatch(kind::isInstance);
  }

  private static @Nullable String print(@Nullable Json value) {
    return value == null ? null : CanonicalJson.print(value);
  }

  /**
   * The value that was chosen; null: the field is gone.
   *
   * @throws InvalidJson if what was written by hand is no JSON
   */
  @Nullable Json value() throws InvalidJson {
    if (choice == Choice.OTHER && text) {
      return new JsonString(other == null ? "" : other.replace("\r\n", "\n"));
    }
    String chosen =
        switch (choice) {
          case SERVER -> server;
          case CLIENT -> client;
          case BASE -> base;
          case OTHER -> other;
        };
    if (choice == Choice.OTHER && !suggestsRemoval) {
      // An empty box is nothing that somebody wrote, and must not take the field away.
      return JsonReader.read(chosen == null ? "" : chosen);
    }
    return chosen == null || chosen.isBlank() ? null : JsonReader.read(chosen);
  }

  /** Takes over what a person chose for the same field before it had these sides. */
  void takeOver(FieldChoice before) {
    choice = before.choice;
    other = text == before.text ? before.other : other;
  }

  void setProblem(@Nullable String value) {
    problem = value;
  }

  void setPictures(List<Picture> value) {
    pictures = List.copyOf(value);
  }

  private @Nullable String printed(Choice of) {
    return switch (of) {
      case SERVER -> server;
      case CLIENT -> client;
      case BASE, OTHER -> base;
    };
  }

  @Nullable Json side(Choice of) {
    String value = printed(of);
    try {
      return value == null ? null : JsonReader.read(value);
    } catch (InvalidJson e) {
      throw new IllegalStateException("what was printed is JSON", e);
    }
  }

  public String getPath() {
    return path;
  }

  public List<Side> getSides() {
    return sides;
  }

  /** What the field has become; null: nothing is decided, or it is not known any more. */
  public @Nullable Side getOutcome() {
    return outcome;
  }

  /** Whether the field has become what this side has. */
  public boolean isTaken(Side side) {
    return outcome != null && Objects.equals(printed(side.choice()), became);
  }

  /** What the values of a side name, where they name media. */
  public List<Picture> pictures(Side side) {
    return pictures.stream().filter(each -> each.choice() == side.choice()).toList();
  }

  /** Whether this field is settled, so that the suggestion need not be looked at. */
  public boolean isSettled() {
    return settled;
  }

  /** What has settled it, where it is. */
  public SettledBy getSettledBy() {
    return settledBy;
  }

  /** Whether every side is a number. */
  boolean isNumber() {
    return number;
  }

  /** Whether what is written by hand is taken as it stands, and not as JSON. */
  public boolean isText() {
    return text;
  }

  public boolean isLarge() {
    return large;
  }

  /** Whether the suggestion is none of the sides. */
  public boolean isSuggestedMix() {
    return suggestedMix;
  }

  /** What stands against the chosen value; null: nothing. */
  public @Nullable String getProblem() {
    return problem;
  }

  public Choice getChoice() {
    return choice;
  }

  public void setChoice(Choice value) {
    choice = value;
  }

  public @Nullable String getOther() {
    return other;
  }

  public void setOther(@Nullable String value) {
    other = value;
  }
}
