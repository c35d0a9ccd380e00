package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.it.media.Uploader.code;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.media.UploadId;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;
import org.tidemark.media.sign.SigningKeys;
import org.tidemark.media.sign.SigningKeys.Key;
import org.tidemark.media.sign.UrlSigner;
import org.tidemark.media.store.FileMediaStore;

/** The door without a sign-in opens to what was signed and to nothing else. */
@ExtendWith(WithServer.class)
class SignedUrlIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server;
  private final Uploader ana;
  private final Uploader nobody;

  SignedUrlIT(TestServer server) {
    this.server = server;
    ana = new Uploader(server.http(server.token(TestServer.unique("ana"), "user")));
    nobody = new Uploader(server.http(""));
  }

  @Test
  void signedUrl_changedByOneCharacter_isRefused() {
    byte[] file = Samples.png();
    Tree upload = ana.open("a.png", "image/png", file.length);
    Tree part = upload.at("parts", 0);
    String url = part.at("url").text();
    for (String name : List.of("length", "type", "expires", "key", "signature")) {
      int at = url.indexOf(name + "=") + name.length() + 1;
      String changed =
          url.substring(0, at) + (url.charAt(at) == '1' ? '2' : '1') + url.substring(at + 1);
      HttpResponse<String> refused =
          Uploader.put(changed, part, HttpRequest.BodyPublishers.ofByteArray(file));
      assertThat(refused.statusCode()).as(name).isEqualTo(403);
      assertThat(code(refused)).as(name).isEqualTo("SIGNATURE_INVALID");
    }
    assertThat(ana.status(upload).tree().at("state").text()).isEqualTo("CREATED");
  }

  @Test
  void signedUrl_ofAnotherUpload_opensNoOther() {
    byte[] file = Samples.png();
    Tree mine = ana.open("a.png", "image/png", file.length);
    Tree other = ana.open("b.png", "image/png", file.length);
    String crossed =
        mine.at("parts", 0, "url")
            .text()
            .replace(mine.at("uploadId").text(), other.at("uploadId").text());
    HttpResponse<String> refused =
        Uploader.put(crossed, mine.at("parts", 0), HttpRequest.BodyPublishers.ofByteArray(file));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(ana.status(other).tree().at("receivedBytes").number()).isZero();
  }

  @Test
  void signedUrl_thatHasExpired_isRefused_andAFreshOneIsTaken() throws SQLException {
    byte[] file = Samples.png();
    Tree upload = ana.open("a.png", "image/png", file.length);
    Tree part = upload.at("parts", 0);
    HttpResponse<String> refused =
        Uploader.put(
            signed(upload, file.length, server.now().minusSeconds(1)),
            part,
            HttpRequest.BodyPublishers.ofByteArray(file));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(code(refused)).isEqualTo("URL_EXPIRED");
    assertThat(ana.status(upload).tree().at("receivedBytes").number()).isZero();

    String alive = signed(upload, file.length, server.now().plusSeconds(60));
    assertThat(Uploader.put(alive, part, HttpRequest.BodyPublishers.ofByteArray(file)).statusCode())
        .as("signed in the same way")
        .isEqualTo(200);
  }

  /** As the server would sign it. */
  private String signed(Tree upload, long length, Instant expiresAt) throws SQLException {
    try (Connection connection = server.connection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select id, secret from media_key order by created_at limit 1")) {
      row.next();
      SigningKeys keys = new SigningKeys(List.of(new Key(row.getString(1), row.getBytes(2))));
      String path = FileMediaStore.partPath(new UploadId(upload.at("uploadId").text()), 1);
      return new UrlSigner(server.server().addresses().sync(), () -> keys)
          .sign("PUT", path, length, "image/png", expiresAt)
          .toString();
    }
  }

  @Test
  void signedUrl_ofAnotherPart_opensNoOther() {
    byte[] file = Samples.wave(2 * (8 << 20));
    Tree upload = ana.open("a.wav", "audio/x-wav", file.length);
    Tree first = upload.at("parts", 0);
    String crossed = first.at("url").text().replace("/1?", "/2?");
    HttpResponse<String> refused =
        Uploader.put(
            crossed,
            first,
            HttpRequest.BodyPublishers.ofByteArray(Uploader.slice(file, upload, 1)));
    assertThat(code(refused)).isEqualTo("SIGNATURE_INVALID");
  }

  @Test
  void signedUrl_forAnotherMethod_isRefused() {
    Tree upload = ana.open("a.png", "image/png", 100);
    HttpResponse<byte[]> refused = nobody.get(upload.at("parts", 0, "url").text());
    assertThat(refused.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "PATCH", "TRACE"})
  void door_takesNoOtherMethod(String method) {
    Tree upload = ana.open("a.png", "image/png", 100);
    Reply refused =
        Http.send(
            HttpRequest.newBuilder(URI.create(upload.at("parts", 0, "url").text()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(refused.status()).isIn(401, 403, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/media/signed",
        "/api/v1/media/signed;x=1",
        "/api/v1/media/signed/",
        "/api/v1/media/signed/x",
        "/api/v1/media/signed/aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "/api/v1/media/signed/aaaaaaaaaaaaaaaaaaaaaaaaaa/1?key=k&signature=s",
        "/api/v1/media/signed/../../../server.log",
        "/api/v1/media/signed/%2e%2e/uploads"
      })
  void door_withoutASignature_isShut(String path) {
    assertThat(nobody.http().get(path).status()).isIn(400, 401, 403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/media/aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "/api/v1/media/uploads/aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "/api/v1/media/uploads",
        "/api/v1/media/signedx"
      })
  void everythingElse_needsAToken(String path) {
    assertThat(nobody.http().get(path).status()).isEqualTo(401);
  }

  @Test
  void downloadUrl_givesTheBytesToAnybody_untilItExpires() {
    byte[] file = Samples.png();
    Tree media = ana.store("a.png", "image/png", file);
    String path = "/" + media.at("mediaId").text() + "/url";
    Tree link = ana.post(path, "{\"expiresIn\":600}").tree();
    HttpResponse<byte[]> served = nobody.get(link.at("url").text());

    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.body()).isEqualTo(file);
    assertThat(nobody.get(link.at("url").text() + "x").statusCode()).isEqualTo(403);
    String other = ana.store("b.png", "image/png", Samples.png()).at("mediaId").text();
    assertThat(
            nobody
                .get(link.at("url").text().replace(media.at("mediaId").text(), other))
                .statusCode())
        .isEqualTo(403);
    String brief = ana.post(path, "{\"expiresIn\":1}").tree().at("url").text();
    Await.until("the URL expires", PATIENCE, () -> nobody.get(brief).statusCode() == 403);
    assertThat(code(nobody.get(brief))).isEqualTo("URL_EXPIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "604801", "\"1\"", "1.5"})
  void downloadUrl_forNoSensibleTime_isRefused(String seconds) {
    Tree media = ana.store("a.png", "image/png", Samples.png());
    assertThat(
            ana.post("/" + media.at("mediaId").text() + "/url", "{\"expiresIn\":" + seconds + "}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void keys_rotate_andThePreviousOneIsStillAccepted() {
    byte[] file = Samples.png();
    Tree upload = ana.open("a.png", "image/png", file.length);
    Tree other = ana.open("b.png", "image/png", file.length);
    String old = server.text("select id from media_key order by created_at desc limit 1");
    server.execute(
        """
        insert into media_key (id, secret, created_at)
        select 'newer', sha256('newer'), created_at + interval '1 microsecond' from media_key
         where id = ?
        """,
        old);
    Await.until("the new key signs", PATIENCE, () -> freshUrl(upload).contains("key=newer"));

    assertThat(Uploader.send(upload.at("parts", 0), file)).isNotEmpty();
    server.execute("delete from media_key where id = 'newer'");
    Await.until("the old key signs again", PATIENCE, () -> freshUrl(other).contains("key=" + old));
  }

  private String freshUrl(Tree upload) {
    return ana.post("/uploads/" + upload.at("uploadId").text() + "/parts", "{\"numbers\":[1]}")
        .tree()
        .at("parts", 0, "url")
        .text();
  }
}
