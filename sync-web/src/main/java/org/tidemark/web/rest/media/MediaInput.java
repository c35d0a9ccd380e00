package org.tidemark.web.rest.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.media.NamedPart;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.boundary.UploadRequest;
import org.tidemark.server.media.boundary.UploadRequest.EntityField;

/**
 * Reads the JSON bodies of requests about media, strictly; all that is wrong is named by its place.
 */
final class MediaInput {
  /** Ten thousand parts with their ETags need less. */
  private static final int MOST_BYTES = 2 << 20;

  private static final int MOST_PROBLEMS = 20;

  private final String path;
  private final JsonObject object;
  private final List<FieldProblem> problems;

  private MediaInput(String path, JsonObject object, List<FieldProblem> problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  private static MediaInput of(JsonObject object) {
    return new MediaInput("", object, new ArrayList<>());
  }

  /** Reads a body; one that is empty counts as an empty object. */
  static MediaInput read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw Failures.invalid("", "is larger than " + MOST_BYTES + " bytes");
    }
    if (bytes.length == 0) {
      return of(JsonObject.EMPTY);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (JsonReader.read(text) instanceof JsonObject object) {
        return of(object);
      }
    } catch (CharacterCodingException e) {
      throw Failures.invalid("", "is not well-formed UTF-8");
    } catch (InvalidJson e) {
      throw Failures.invalid(e.pointer(), e.reason());
    }
    throw Failures.invalid("", "must be a JSON object");
  }

  UploadRequest uploadRequest(@Nullable String idempotencyKey) {
    requireKnown("fileName", "contentType", "size", "sha256", "space", "entity");
    MediaInput entity = inner("entity");
    if (entity != null) {
      entity.requireKnown("entityType", "id", "field");
    }
    return checked(
        new UploadRequest(
            text("fileName"),
            text("contentType"),
            whole("size", Long.MAX_VALUE),
            textIfGiven("sha256"),
            textIfGiven("space"),
            entity == null
                ? null
                : new EntityField(
                    entity.text("entityType"), entity.text("id"), entity.text("field")),
            idempotencyKey));
  }

  /** The parts of a completion; none: whatever came. */
  List<NamedPart> namedParts() {
    List<NamedPart> parts = new ArrayList<>();
    List<Json> elements = elements("parts");
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonObject part) {
        MediaInput input = new MediaInput("/parts/" + i, part, problems);
        parts.add(new NamedPart(input.small("number"), input.text("etag")));
      } else {
        report("/parts/" + i, "must be an object");
      }
    }
    return checked(parts);
  }

  /** The numbers of parts that URLs are wanted for. */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    List<Json> elements = elements("numbers");
    for (int i = 0; i < elements.size(); i++) {
      numbers.add((int) number("/numbers/" + i, elements.get(i), Integer.MAX_VALUE));
    }
    return checked(numbers);
  }

  @Nullable Duration secondsIfGiven(String name) {
    Json value = given(name);
    return value == null
        ? null
        : checked(Duration.ofSeconds(number(path + "/" + name, value, Integer.MAX_VALUE)));
  }

  /** What was read, unless something was wrong with it: values stand in for those that were not. */
  private <T> T checked(T read) {
    if (!problems.isEmpty()) {
      throw Failures.invalid(problems);
    }
    return read;
  }

  private void report(String place, String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new FieldProblem(place, problem));
    }
  }

  /** A member that is misspelt would be left out without a word. */
  private void requireKnown(String... names) {
    Set<String> known = Set.of(names);
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        report(path + JsonPointer.field(name), "is not known");
      }
    }
  }

  private @Nullable MediaInput inner(String name) {
    Json value = given(name);
    if (value instanceof JsonObject inside) {
      return new MediaInput(path + "/" + name, inside, problems);
    } else if (value != null) {
      report(path + "/" + name, "must be an object");
    }
    return null;
  }

  private List<Json> elements(String name) {
    Json value = given(name);
    if (value instanceof JsonArray array) {
      return array.elements();
    } else if (value != null) {
      report(path + "/" + name, "must be an array");
    }
    return List.of();
  }

  private String text(String name) {
    Json value = given(name);
    if (value == null) {
      report(path + "/" + name, "is required");
    }
    return Objects.requireNonNullElse(textIfGiven(name), "");
  }

  private @Nullable String textIfGiven(String name) {
    Json value = given(name);
    if (value instanceof JsonString string) {
      return string.value();
    } else if (value != null) {
      report(path + "/" + name, "must be a text");
    }
    return null;
  }

  private int small(String name) {
    return (int) whole(name, Integer.MAX_VALUE);
  }

  private long whole(String name, long most) {
    Json value = given(name);
    if (value == null) {
      report(path + "/" + name, "is required");
      return 0;
    }
    return number(path + "/" + name, value, most);
  }

  private long number(String place, Json value, long most) {
    if (value instanceof JsonNumber number) {
      try {
        long whole = number.value().longValueExact();
        if (whole >= 0 && whole <= most) {
          return whole;
        }
      } catch (ArithmeticException e) {
        // Not a whole number, or far too large: told below like one out of bounds.
      }
    }
    report(place, "must be a whole number from 0 to " + most);
    return 0;
  }

  private @Nullable Json given(String name) {
    Json value = object.get(name);
    return value == JsonNull.INSTANCE ? null : value;
  }
}
