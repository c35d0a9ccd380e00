package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.EntityType;

class MediaFieldsTest {
  private static final String A = "a".repeat(26);
  private static final String B = "b".repeat(26);
  private static final EntityType NOTE = new EntityType("note");
  private static final EntityType ALBUM = new EntityType("album");
  private static final MediaFields FIELDS =
      MediaFields.parse("note:/photo, note:/more/file ,album:/photos/*/of");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'photo':'https://x.example/sync/api/v1/media/A'}",
        "{'photo':'https://x.example/api/v1/media/A?w=1'}",
        "{'photo':'https://x.example/api/v1/media/signed/A?key=1'}",
        "{'photo':'https://cdn.example/key?media=A'}",
        "{'photo':'A'}",
        "{'photo':{'url':'/media/A','alt':'me'}}",
        "{'photo':['nothing','/media/A']}",
        "{'more':{'file':'A'}}"
      })
  void field_namesMedia(String data) throws InvalidJson {
    assertThat(FIELDS.named(NOTE, JsonReader.read(json(data)))).containsExactly(new MediaId(A));
  }

  @Test
  void star_standsForEveryElement() throws InvalidJson {
    assertThat(
            FIELDS.named(
                ALBUM, JsonReader.read(json("{'photos':[{'of':'A'},{'of':'B'},{'by':'B'},7]}"))))
        .containsExactly(new MediaId(A), new MediaId(B));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'photo':null}",
        "{'photo':7}",
        "{'photo':'blob:A'}",
        "{'photo':'AA'}",
        "{'other':'A'}",
        "{'photos':[{'of':'A'}]}"
      })
  void field_thatNamesNone(String data) throws InvalidJson {
    assertThat(FIELDS.named(NOTE, JsonReader.read(json(data)))).isEmpty();
  }

  @Test
  void typesWithout_haveNone() throws InvalidJson {
    EntityType task = new EntityType("task");
    assertThat(FIELDS.has(task)).isFalse();
    assertThat(FIELDS.named(task, JsonReader.read(json("{'photo':'A'}")))).isEmpty();
    assertThat(FIELDS.named(NOTE, null)).isEmpty();
    assertThat(MediaFields.parse("").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "note:photo", "1:/a", ":/a", "note:/a~2"})
  void setting_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> MediaFields.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String json(String text) {
    return text.replace('\'', '"').replace("A", A).replace("B", B);
  }
}
