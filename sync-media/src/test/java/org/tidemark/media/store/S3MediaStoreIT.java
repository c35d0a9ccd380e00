package org.tidemark.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.ReceivedPart;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The S3 store against S3Proxy; parts also go to it directly, by its own signed URLs. */
class S3MediaStoreIT extends MediaStoreContract {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ObjectStore server;
  private static S3MediaStore store;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = ObjectStore.start(folder);
    store = S3MediaStore.open(server.settings());
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
  }

  @Override
  MediaStore store() {
    return store;
  }

  @Test
  void signedUrl_takesAFileThatIsSentWhole() throws Exception {
    byte[] file = random(1_000);
    Staging staging = begin(file.length);
    PartUrl url = url(staging, 1);
    assertThat(url.headers()).containsOnlyKeys("Content-Type");

    assertThat(put(url, file).statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(store.parts(staging)).hasSize(1);
    assertThat(assembled(staging).sha256()).isEqualTo(sha256(file));
  }

  @Test
  void signedUrl_takesAPart_andGivesItsEtag() throws Exception {
    byte[] file = random(PART + 10);
    Staging staging = begin(file.length);
    send(staging, 2, Arrays.copyOfRange(file, PART, file.length));
    HttpResponse<String> answer = put(url(staging, 1), Arrays.copyOf(file, PART));

    assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(store.parts(staging))
        .extracting(ReceivedPart::etag)
        .contains(etag.substring(1, etag.length() - 1));
    assertThat(assembled(staging).sha256()).isEqualTo(sha256(file));
  }

  @Test
  void signedUrl_withOtherLength_isRefusedByTheStore() throws Exception {
    Staging staging = begin(1_000);
    assertThat(put(url(staging, 1), random(999)).statusCode())
        .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
    assertThat(store.parts(staging)).isEmpty();
  }

  @Test
  void signedUrl_changedByOneCharacter_isRefusedByTheStore() throws Exception {
    Staging staging = begin(10);
    PartUrl url = url(staging, 1);
    String text = url.url().toString();
    char last = text.charAt(text.length() - 1);
    String changed = text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
    PartUrl other = new PartUrl(1, 10, "PUT", URI.create(changed), url.headers(), url.expiresAt());
    assertThat(put(other, random(10)).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
  }

  @Test
  void signedUrl_stillAliveAfterPublishing_doesNotChangeWhatWasPublished() throws Exception {
    byte[] file = random(100);
    Staging staging = begin(file.length);
    PartUrl url = url(staging, 1);
    put(url, file);
    ContentKey key = contentKey();
    store.publish(staging, assembled(staging), key);
    store.discard(staging.upload(), staging.handle());

    assertThat(put(url, random(100)).statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    assertThat(read(key, 0, 100)).isEqualTo(file);
    assertThat(store.staged("", 1_000))
        .as("found by the timer that removes it")
        .extracting(StagedName::upload)
        .contains(staging.upload());
  }

  @Test
  void downloadUrl_givesTheFileUnderItsName() throws Exception {
    byte[] file = random(100);
    ContentKey key = published(file);
    Instant now = InstantSource.system().instant();
    URI url =
        store.downloadUrl(
            key,
            new FileName("Maß.svg"),
            new ContentType("image/svg+xml"),
            now,
            now.plusSeconds(60));
    HttpResponse<byte[]> answer =
        HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());

    assertThat(answer.body()).isEqualTo(file);
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
  }

  @Test
  void list_goesOnPastWhatOthersPutThere() throws Exception {
    try (S3Client others = S3Clients.client(server.settings())) {
      for (String name : List.of("media/!read-me", "media/0/logo.png", "staging/!read-me")) {
        others.putObject(
            put -> put.bucket(ObjectStore.BUCKET).key(name), RequestBody.fromString("not ours"));
      }
      ContentKey key = published(random(10));
      Staging staging = begin(10);
      put(url(staging, 1), random(10));

      assertThat(all(after -> store.stored(after, 1), found -> found.key().value()))
          .contains(key.value());
      assertThat(all(after -> store.staged(after, 1), StagedName::place))
          .anyMatch(place -> place.endsWith(staging.upload().value()));
    }
  }

  private static <T> List<String> all(Function<String, List<T>> page, Function<T, String> place) {
    List<String> places = new ArrayList<>();
    List<T> found = page.apply("");
    while (!found.isEmpty()) {
      places.add(place.apply(found.get(0)));
      found = page.apply(places.get(places.size() - 1));
    }
    return places;
  }

  @Test
  void storeThatIsAway_isToldAsSuch() {
    try (S3MediaStore nowhere =
        S3MediaStore.open(
            new S3Settings(
                URI.create("http://127.0.0.1:1"), null, "us-east-1", "b", true, "a", "s"))) {
      assertThatThrownBy(() -> nowhere.has(contentKey(), 1)).isInstanceOf(StoreException.class);
    }
  }

  private static PartUrl url(Staging staging, int number) {
    Instant now = InstantSource.system().instant();
    return store.partUrl(staging, number, now, now.plusSeconds(60));
  }

  private static HttpResponse<String> put(PartUrl url, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.url()).PUT(BodyPublishers.ofByteArray(body));
    url.headers().forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
