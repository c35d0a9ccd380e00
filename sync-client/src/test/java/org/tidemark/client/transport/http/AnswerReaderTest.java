package org.tidemark.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.SpaceId;

/** Answers as they come over the wire, whole and broken. */
class AnswerReaderTest {

  private static final String PUSH =
      """
      {"data":{"sync":{"results":[
        {"clientMutationId":"m1","status":"APPLIED","version":3,
         "updatedAt":"2026-03-01T12:00:00.000Z","deleted":false,
         "data":{"n":9007199254740993,"unknown":null},"conflict":null,"error":null},
        {"clientMutationId":"m2","status":"CONFLICT","version":4,
         "updatedAt":"2026-03-01T12:00:00.000Z","deleted":false,"data":{"a":1},
         "conflict":{"conflictId":"c1","conflictType":"FIELD","serverData":{"a":1,"b":null},
          "clientData":{"a":2},"baseData":null,"serverVersion":4,"localVersion":null,
          "serverUpdatedAt":"2026-03-01T12:00:00.000Z",
          "clientUpdatedAt":"2026-03-01T12:00:01.000Z","clientEffectiveAt":null,
          "resolutionSuggested":{"a":2},"explanation":"Row 9",
          "fields":[{"path":"/b","base":null,"server":null,"client":null,"suggested":null,
           "settled":false}]},"error":null},
        {"clientMutationId":"m3","status":"REJECTED","version":null,"updatedAt":null,
         "deleted":null,"data":null,"conflict":null,"error":{"code":"BUSY","category":"LIMIT",
         "retryable":true,"retryAfterMs":1500,"message":"Later.","correlationId":"x1",
         "fields":[{"path":"/a","message":"is bad"}]}}],
        "serverTime":"2026-03-01T12:00:02.000Z","newer":{"members":[1]}}}}
      """;

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<ItemAnswer> items() throws IOException {
    PushAnswer answer = AnswerReader.read(in(PUSH), PushReader::read).value();
    return Objects.requireNonNull(answer).results();
  }

  @Test
  void push_applied_keepsEveryDigit() throws IOException {
    ItemAnswer item = items().get(0);
    assertThat(item.status()).isEqualTo(SyncStatus.APPLIED);
    assertThat(item.data()).hasToString("{\"n\":9007199254740993,\"unknown\":null}");
  }

  @Test
  void push_conflict_tellsNullFromAbsent() throws IOException {
    Conflict conflict = Objects.requireNonNull(items().get(1).conflict()).conflict();
    assertThat(conflict.fields().get(0).server()).isEqualTo(JsonNull.INSTANCE);
    assertThat(conflict.fields().get(0).client()).isNull();
    assertThat(conflict.serverVersion()).isEqualTo(4);
  }

  @Test
  void push_rejected_bringsTheWholeError() throws IOException {
    ErrorAnswer error = Objects.requireNonNull(items().get(2).error());
    assertThat(error.retryable()).isTrue();
    assertThat(error.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(error.correlationId()).isEqualTo("x1");
    assertThat(error.rejection().fields()).hasSize(1);
  }

  @Test
  void answer_cutAnywhere_isBroken_neverHalfTaken() {
    String whole = PUSH.strip();
    for (int length = 0; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThatThrownBy(() -> AnswerReader.read(in(cut), PushReader::read))
          .as("cut at %d", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void answer_ofAPortal_isBroken() {
    assertThatThrownBy(() -> AnswerReader.read(in("<html>sign in</html>"), PushReader::read))
        .isInstanceOf(IOException.class);
  }

  @Test
  void error_ofARequest_andProblemDocument_areOne() throws IOException {
    String graphql =
        """
        {"errors":[{"message":"Start afresh.","locations":[{"line":1}],"extensions":
        {"code":"CURSOR_EXPIRED","category":"VALIDATION","retryable":false,
        "correlationId":"x2"}}],"data":null}
        """;
    String problem =
        """
        {"type":"about:blank","title":"Start afresh.","status":400,"code":"CURSOR_EXPIRED",
        "category":"VALIDATION","retryable":false,"correlationId":"x2"}
        """;
    ErrorAnswer one = AnswerReader.read(in(graphql), PageReader::read).error();
    ErrorAnswer other = AnswerReader.read(in(problem), PageReader::read).error();
    assertThat(one).isEqualTo(other);
    assertThat(Objects.requireNonNull(one).code()).isEqualTo("CURSOR_EXPIRED");
  }

  @Test
  void page_isRead_andATombstoneHasNoData() throws IOException {
    String text =
        """
        {"data":{"pull":{"changes":[
        {"entityType":"note","id":"n1","space":"s","version":2,
         "updatedAt":"2026-03-01T12:00:00.000Z","deleted":true,"data":null}],
        "resolvedConflicts":[{"conflictId":"c","space":"s","entityType":"note","id":"n1",
         "status":"RESOLVED","resolution":"MERGE","version":2,"resolvedBy":"ben",
         "resolvedAt":"2026-03-01T12:00:00.000Z"}],
        "spaces":[{"space":"s","role":"VIEWER"}],"cursor":"x","hasMore":true,
        "serverTime":"2026-03-01T12:00:00.000Z"}}}
        """;
    PullPage page = Objects.requireNonNull(AnswerReader.read(in(text), PageReader::read).value());
    assertThat(page.changes().get(0).deleted()).isTrue();
    assertThat(page.resolvedConflicts()).hasSize(1);
    assertThat(page.spaces().get(0).mayWrite()).isFalse();
    assertThat(page.hasMore()).isTrue();
    assertThatThrownBy(
            () ->
                AnswerReader.read(
                    in(text.replace("\"deleted\":true", "\"deleted\":false")), PageReader::read))
        .isInstanceOf(IOException.class);
  }

  @Test
  void policies_areRead_andUnknownOnesLeftOut() throws IOException {
    String text =
        """
        {"data":{"policies":[
        {"entityType":"counter","version":1,"strategy":"SERVER_MERGE","granularity":"RECORD",
         "onDelete":"MANUAL","identityKey":"id","rules":{"/n":"SUM"},"schema":null,
         "maxBytes":1000,"spaces":["s"]},
        {"entityType":"new","version":1,"strategy":"OF_THE_FUTURE","spaces":null}]}}
        """;
    List<PolicyAnswer> policies =
        Objects.requireNonNull(AnswerReader.read(in(text), PolicyParser::list).value());
    assertThat(policies).hasSize(1);
    assertThat(policies.get(0).policy().strategy()).isEqualTo(MergeStrategy.SERVER_MERGE);
    assertThat(policies.get(0).spaces()).containsExactly(new SpaceId("s"));
  }

  @Test
  void stream_longerThanAllowed_fails() {
    InputStream bounded = new BoundedStream(in(PUSH), 100, () -> false);
    assertThatThrownBy(() -> AnswerReader.read(bounded, PushReader::read))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void stream_whenTheClientIsClosed_endsWithTheNextByte() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream dripping = new BoundedStream(in(PUSH), 100, closed::get);
    assertThat(dripping.read()).isEqualTo('{');
    closed.set(true);
    assertThatThrownBy(dripping::read).isInstanceOf(IOException.class);
  }

  private static PushAnswer push(String from, String to) throws IOException {
    assertThat(PUSH).contains(from);
    return Objects.requireNonNull(
        AnswerReader.read(in(PUSH.replace(from, to)), PushReader::read).value());
  }

  @Test
  void push_anItemThatIsNotUnderstood_isLeftOut_andTheOthersCount() throws IOException {
    String[][] newer = {
      {"\"status\":\"CONFLICT\"", "\"status\":\"OF_THE_FUTURE\""},
      {"\"conflictType\":\"FIELD\"", "\"conflictType\":\"OF_THE_FUTURE\""},
      {"\"conflictId\":\"c1\"", "\"conflictId\":null"},
      {"\"clientUpdatedAt\":\"2026-03-01T12:00:01.000Z\"", "\"clientUpdatedAt\":null"}
    };
    for (String[] change : newer) {
      assertThat(push(change[0], change[1]).results())
          .as(change[1])
          .extracting(item -> item.mutationId().value())
          .containsExactly("m1", "m3");
    }
  }

  @Test
  void push_conflictThatIsNotTold_isLeftOut_soThatItIsAskedForAgain() throws IOException {
    int begin = PUSH.indexOf("{\"conflictId\"");
    String told = PUSH.substring(begin, PUSH.indexOf(",\"error\":null}", begin));
    assertThat(push(told, "null").results()).hasSize(2);
  }

  @Test
  void push_stateThatContradictsItself_isLeftOut() throws IOException {
    assertThat(
            push("\"data\":{\"n\":9007199254740993,\"unknown\":null}", "\"data\":null").results())
        .hasSize(2);
    assertThat(push("\"version\":3,", "\"version\":null,").results()).hasSize(2);
  }

  @Test
  void error_ofAnUnknownCategory_isTheServers() throws IOException {
    ErrorAnswer error =
        Objects.requireNonNull(
            push("\"category\":\"LIMIT\"", "\"category\":\"OF_THE_FUTURE\"")
                .results()
                .get(2)
                .error());
    assertThat(error.rejection().category()).isEqualTo(ErrorCategory.SERVER);
    assertThat(error.retryable()).isTrue();
  }

  /** It is stored with its conflict, which has to be read again. */
  @Test
  void explanation_thatIsNoText_isMadeOne() throws IOException {
    ItemAnswer item = push("Row 9", "Row \\u0000\\ud800").results().get(1);
    assertThat(Objects.requireNonNull(item.conflict()).conflict().explanation())
        .isEqualTo("Row \ufffd\ufffd");
  }
}
