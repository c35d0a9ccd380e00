package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No body, however malformed, is answered with a 500, with a trace or with a class name. */
class MalformedBodiesTest {
  private static final GraphQLEngine ENGINE = TestApi.engine();
  private static final Pattern INSIDE =
      Pattern.compile("Exception|java[.]|graphql[.]|jackson|org[.]|\\bat [a-z]+[.]|StackTrace");
  private static final byte[] USUAL =
      Batches.pushOf("phone-1", Batches.mutation(1, "{\"title\":\"Büro\",\"n\":[1.5,null]}"))
          .getBytes(StandardCharsets.UTF_8);
  private static final long SEED = 20260301;

  @Test
  void answer_bodyCutAnywhere_isRefused() {
    for (int length = 0; length < USUAL.length; length++) {
      Answer answer = check(USUAL, length, "cut to " + length);
      assertThat(answer.status()).describedAs("cut to %d", length).isEqualTo(400);
    }
  }

  @Test
  void answer_bytesReplaced_isNeverAServerError() {
    Random random = new Random(SEED);
    for (int i = 0; i < 3000; i++) {
      byte[] body = USUAL.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      check(body, body.length, "seed " + SEED + ", body " + i);
    }
  }

  @Test
  void answer_partsMoved_isNeverAServerError() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      byte[] body = USUAL.clone();
      int length = 1 + random.nextInt(20);
      int from = random.nextInt(body.length - length);
      int to = random.nextInt(body.length - length);
      System.arraycopy(USUAL, from, body, to, length);
      check(body, body.length, "seed " + SEED + ", body " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "17",
        "\"query\"",
        "[]",
        "[{\"query\":\"{__typename}\"}]",
        "{}",
        "{\"query\":null}",
        "{\"query\":5}",
        "{\"query\":[\"{__typename}\"]}",
        "{\"query\":\"{__typename}\"",
        "{\"query\":\"{__typename}\"}}",
        "{\"query\":\"{__typename}\"} x",
        "{\"query\":\"{__typename}\"}{}",
        "{\"query\":\"{__typename}\",}",
        "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}",
        "{'query':'{__typename}'}",
        "{query:\"{__typename}\"}",
        "{\"query\":\"{__typename}\",\"variables\":5}",
        "{\"query\":\"{__typename}\",\"variables\":[]}",
        "{\"query\":\"{__typename}\",\"variables\":\"{}\"}",
        "{\"query\":\"{__typename}\",\"operationName\":5}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":NaN}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":01}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":1.}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":+1}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":\"\\x\"}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":\"\\u12\"}}",
        "{\"query\":\"{__typename}\",\"variables\":{\"a\":\"\n\"}}",
        "/* */{\"query\":\"{__typename}\"}",
        "{\"query\":\"\"}",
        "{\"query\":\"{\"}",
        "{\"query\":\"}\"}",
        "{\"query\":\"{nothing}\"}",
        "{\"query\":\"query Q($n:Int){pull(clientId:\\\"x\\\",limit:$n){cursor}}\",\"variables\":{\"n\":1e99999999999}}",
        "{\"query\":\"query Q($n:Int){pull(clientId:\\\"x\\\",limit:$n){cursor}}\",\"variables\":{\"n\":1e400000000}}",
        "{\"query\":\"query Q($n:Int){pull(clientId:\\\"x\\\",limit:$n){cursor}}\",\"variables\":{\"n\":1e-400000000}}",
        "{\"query\":\"\\u0000\"}",
        "{\"query\":\"{ \\ud800 }\"}",
        "{\"query\":\"query { ...F } fragment F on Query { ...F }\"}",
        "{\"query\":\"type A { b: Int }\"}",
        "{\"query\":\"fragment F on Query { __typename }\"}"
      })
  void answer_knownDefect_isRefused(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    assertThat(check(bytes, bytes.length, body).status()).isEqualTo(400);
  }

  @Test
  void answer_notUtf8_isRefused() {
    byte[][] wrong = {
      {(byte) 0xc0, (byte) 0x80},
      {(byte) 0xc1, (byte) 0xbf},
      {(byte) 0xe0, (byte) 0x80, (byte) 0x80},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf0, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0x80},
      {(byte) 0xff},
      {(byte) 0xc3},
      {(byte) 0xe2, (byte) 0x82}
    };
    byte[] head = "{\"query\":\"{__typename}\",\"x\":\"".getBytes(StandardCharsets.US_ASCII);
    for (byte[] bytes : wrong) {
      byte[] body = new byte[head.length + bytes.length + 2];
      System.arraycopy(head, 0, body, 0, head.length);
      System.arraycopy(bytes, 0, body, head.length, bytes.length);
      body[body.length - 2] = '"';
      body[body.length - 1] = '}';
      Answer answer = check(body, body.length, "bytes " + Arrays.toString(bytes));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().text()).contains("INVALID_JSON");
    }
  }

  @Test
  void answer_otherEncodings_areRefused() {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      byte[] body = "{\"query\":\"{__typename}\"}".getBytes(charset);
      assertThat(check(body, body.length, charset.name()).status()).isEqualTo(400);
    }
  }

  private static Answer check(byte[] body, int length, String described) {
    Answer answer = ENGINE.answer(body, length, TestApi.ANA);
    String text = answer.body().text();
    assertThat(answer.status()).describedAs(described).isIn(200, 400);
    assertThat(isJson(text)).describedAs("%s: %s", described, text).isTrue();
    if (text.startsWith("{\"errors\"")) {
      assertThat(text)
          .describedAs(described)
          .contains("\"code\":\"", "\"category\":\"VALIDATION\"", "\"correlationId\":\"corr-1\"");
      assertThat(INSIDE.matcher(text).find()).describedAs("%s: %s", described, text).isFalse();
    }
    return answer;
  }

  private static boolean isJson(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
