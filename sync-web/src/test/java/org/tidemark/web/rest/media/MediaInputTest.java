package org.tidemark.web.rest.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.server.failure.SyncException;

class MediaInputTest {
  private static final String NUMBER = "must be a whole number from 0 to ";

  @Test
  void uploadRequest_severalMistakes_namesThemAll() throws IOException {
    MediaInput input =
        read("{\"fileName\":5,\"size\":\"big\",\"entity\":{\"id\":1,\"field\":\"/a\"}}");

    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(() -> input.uploadRequest(null))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsExactlyInAnyOrder(
                        new FieldProblem("/fileName", "must be a text"),
                        new FieldProblem("/contentType", "is required"),
                        new FieldProblem("/size", NUMBER + Long.MAX_VALUE),
                        new FieldProblem("/entity/entityType", "is required"),
                        new FieldProblem("/entity/id", "must be a text")));
  }

  @Test
  void namedParts_severalMistakes_namesThemAll() throws IOException {
    MediaInput input = read("{\"parts\":[7,{\"etag\":\"e\"},{\"number\":1.5,\"etag\":2}]}");

    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(input::namedParts)
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsExactly(
                        new FieldProblem("/parts/0", "must be an object"),
                        new FieldProblem("/parts/1/number", "is required"),
                        new FieldProblem("/parts/2/number", NUMBER + Integer.MAX_VALUE),
                        new FieldProblem("/parts/2/etag", "must be a text")));
  }

  @Test
  void numbers_endlesslyWrong_namesSome() throws IOException {
    MediaInput input = read("{\"numbers\":[" + "null,".repeat(1_000) + "1]}");

    assertThatExceptionOfType(SyncException.class)
        .isThrownBy(input::numbers)
        .satisfies(refused -> assertThat(refused.fields()).hasSize(20));
  }

  @Test
  void uploadRequest_allRight_isRead() throws IOException {
    assertThat(
            read("{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"size\":3}")
                .uploadRequest("key"))
        .satisfies(
            request -> {
              assertThat(request.fileName()).isEqualTo("a.png");
              assertThat(request.sizeBytes()).isEqualTo(3);
              assertThat(request.entity()).isNull();
            });
  }

  private static MediaInput read(String json) throws IOException {
    return MediaInput.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
