package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** How stored files are given out. */
@ExtendWith(WithServer.class)
class ServingIT {

  private static final byte[] FILE = Samples.png();

  private final Uploader ana;
  private final Tree media;
  private final String id;

  ServingIT(TestServer server) {
    ana = new Uploader(server.http(server.token(TestServer.unique("ana"), "user")));
    media = ana.store("Maß 1.png", "image/png", FILE);
    id = media.at("mediaId").text();
  }

  @Test
  void file_isServedWithHarmlessHeaders() {
    HttpResponse<byte[]> served = ana.get(id);

    assertThat(served.body()).isEqualTo(FILE);
    assertThat(values(served, "Content-Type")).containsExactly("image/png");
    assertThat(values(served, "Content-Length")).containsExactly(String.valueOf(FILE.length));
    assertThat(values(served, "X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(values(served, "Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(values(served, "Cache-Control")).containsExactly("private, no-cache");
    assertThat(values(served, "ETag")).containsExactly("\"" + media.at("sha256").text() + "\"");
    assertThat(values(served, "Content-Disposition"))
        .containsExactly("inline; filename=\"Ma_ 1.png\"; filename*=UTF-8''Ma%c3%9f%201.png");
  }

  @Test
  void text_isAnAttachment_unlessItIsPlain() {
    Tree table = ana.store("a.csv", "text/csv", Samples.latin("a,b\n1,2\n"));
    assertThat(values(ana.get(table.at("mediaId").text()), "Content-Disposition").get(0))
        .startsWith("attachment");
  }

  @Test
  void range_isServedAsAPart() {
    HttpResponse<byte[]> part = ana.get(id, "Range", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(FILE, 10, 20));
    assertThat(values(part, "Content-Range")).containsExactly("bytes 10-19/" + FILE.length);
    HttpResponse<byte[]> end = ana.get(id, "Range", "bytes=-5");
    assertThat(end.body()).isEqualTo(Arrays.copyOfRange(FILE, FILE.length - 5, FILE.length));

    HttpResponse<byte[]> beyond = ana.get(id, "Range", "bytes=100000-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(values(beyond, "Content-Range")).containsExactly("bytes */" + FILE.length);
  }

  @Test
  void range_ofAnotherVersion_isTheWhole() {
    HttpResponse<byte[]> whole = ana.get(id, "Range", "bytes=0-1", "If-Range", "\"other\"");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(FILE);
    String etag = values(whole, "ETag").get(0);
    assertThat(ana.get(id, "Range", "bytes=0-1", "If-Range", etag).statusCode()).isEqualTo(206);
  }

  @Test
  void known_isNotSentAgain() {
    String etag = values(ana.get(id), "ETag").get(0);
    HttpResponse<byte[]> unchanged = ana.get(id, "If-None-Match", etag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
  }

  @Test
  void head_tellsTheSame_withoutTheBytes() {
    HttpResponse<byte[]> head = ana.head(id);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(values(head, "Content-Length")).containsExactly(String.valueOf(FILE.length));
    assertThat(values(head, "Content-Type")).containsExactly("image/png");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void deleted_isGone() {
    assertThat(ana.delete("/" + id).status()).isEqualTo(204);
    assertThat(ana.delete("/" + id).status()).isEqualTo(204);
    assertThat(ana.get(id).statusCode()).isEqualTo(404);
    assertThat(ana.post("/" + id + "/url", "{}").status()).isEqualTo(404);
  }

  private static List<String> values(HttpResponse<?> response, String name) {
    return response.headers().allValues(name);
  }
}
