package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;

/**
 * What people write. Whatever a person adds bears a token that nothing else in the world bears, so
 * that it can be told apart for ever; tokens begin with {@code #}.
 *
 * <p>Records named {@link #PURE} only grow: nobody deletes them or takes anything out of them. Of
 * those it can be said exactly what they must hold in the end.
 */
public final class Catalogue {

  /** The name of the records that only grow. */
  public static final RecordId PURE = new RecordId("pure");

  static final List<String> TYPES =
      List.of("profile", "task", "comment_thread", "counter", "invoice", "note", "gauge");

  static final List<String> IDS = List.of("pure", "a", "b");

  private final Dice dice;
  private int tokens;

  Catalogue(Dice dice) {
    this.dice = dice;
  }

  static boolean isPure(RecordKey key) {
    return key.id().equals(PURE);
  }

  /** What a person makes of what they see. */
  JsonObject next(RecordKey key, @Nullable Document seen) {
    JsonObject now = seen == null ? JsonObject.EMPTY : seen.json();
    boolean pure = isPure(key);
    return switch (key.type().value()) {
      case "profile" -> now.with(dice.pick(List.of("name", "city")), token());
      case "task" -> now.with(dice.pick(List.of("a", "b", "c")), token());
      case "comment_thread" -> thread(now, pure);
      case "counter" -> counter(now, pure);
      case "invoice" -> now.with("total", token());
      case "note" -> note(now);
      case "gauge" -> gauge(now);
      default -> throw new IllegalStateException("nothing is written of type " + key.type());
    };
  }

  private JsonObject thread(JsonObject now, boolean pure) {
    List<Json> comments = elements(now.get("comments"));
    int choice = pure ? dice.below(2) : dice.below(4);
    if (choice >= 2 && comments.isEmpty()) {
      choice = 0;
    }
    switch (choice) {
      case 0 -> comments.add(token());
      case 1 -> comments.add(comment(token()));
      case 2 -> comments.remove(dice.below(comments.size()));
      default -> {
        int at = dice.below(comments.size());
        Json old = comments.get(at);
        comments.set(at, old instanceof JsonObject object ? object.with("text", token()) : token());
      }
    }
    return now.with("comments", new JsonArray(comments));
  }

  private JsonObject comment(JsonString id) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("id", id);
    members.put("text", token());
    return new JsonObject(members);
  }

  private JsonObject counter(JsonObject now, boolean pure) {
    if (!pure && dice.chance(20)) {
      return now.with("label", token());
    }
    int step = dice.chance(25) ? -dice.between(1, 3) : dice.between(1, 5);
    return now.with("count", JsonNumber.of(number(now.get("count")) + step));
  }

  private JsonObject note(JsonObject now) {
    return switch (dice.below(6)) {
      case 0 -> now.with("title", token());
      case 1 -> now.with("text", token());
      case 2 -> now.with("photo", token());
      case 3 -> now.with("votes", JsonNumber.of(number(now.get("votes")) + dice.between(1, 3)));
      case 4 -> {
        List<Json> tags = elements(now.get("tags"));
        if (!tags.isEmpty()) {
          tags.remove(dice.below(tags.size()));
        }
        tags.add(token());
        yield now.with("tags", new JsonArray(tags));
      }
      default -> {
        List<Json> tags = elements(now.get("tags"));
        tags.add(token());
        yield now.with("tags", new JsonArray(tags));
      }
    };
  }

  private JsonObject gauge(JsonObject now) {
    JsonNumber measured = JsonNumber.of(dice.between(-1_000, 1_000));
    JsonObject next = now;
    if (!(now.get("high") instanceof JsonNumber high)
        || high.value().compareTo(measured.value()) < 0) {
      next = next.with("high", measured);
    }
    if (!(now.get("low") instanceof JsonNumber low)
        || low.value().compareTo(measured.value()) > 0) {
      next = next.with("low", measured);
    }
    return next;
  }

  JsonString token() {
    return new JsonString("#" + ++tokens);
  }

  private static List<Json> elements(@Nullable Json array) {
    return array instanceof JsonArray found ? new ArrayList<>(found.elements()) : new ArrayList<>();
  }

  private static long number(@Nullable Json value) {
    return value instanceof JsonNumber number ? number.value().longValueExact() : 0;
  }
}
