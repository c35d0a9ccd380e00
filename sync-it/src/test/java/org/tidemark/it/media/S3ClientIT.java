package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.media.store.ObjectStore;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The AWS SDK's own HTTP client sends parts to the presigned URLs, as AWS describes it, while the
 * server's heap is a fraction of the file.
 */
class S3ClientIT {
  private static final int PART = 8 << 20;
  private static final String HEAP = "256m";

  private static ObjectStore objects;
  private static TestServer server;
  private static Uploader ana;

  @BeforeAll
  static void start(@TempDir Path folder) {
    objects = ObjectStore.start(folder);
    server = TestServer.start(KeptInS3.settings(objects), HEAP, TestServer.ear());
    ana = new Uploader(server.http(server.token("ana", "user")));
  }

  @AfterAll
  static void stop() {
    server.close();
    objects.close();
  }

  @Test
  void sixtyFourMebibytes_ofTheSdksClient_areStoredAndReadBack() throws Exception {
    assertStored(new Noise(3, 64L << 20, PART));
  }

  @Test
  @Tag("exhaustive")
  void twoGibibytes_ofTheSdksClient_areStoredAndReadBack() throws Exception {
    assertStored(new Noise(4, 2L << 30, PART));
  }

  private static void assertStored(Noise file) throws Exception {
    Tree upload = ana.open("long.wav", "audio/x-wav", file.sizeBytes());
    List<String> named = new ArrayList<>();
    try (SdkHttpClient client = UrlConnectionHttpClient.create()) {
      for (Tree part : upload.at("parts").elements()) {
        int number = part.at("number").number();
        named.add(Uploader.named(number, send(client, part, file.part(number))));
      }
      Tree media = ana.complete(upload, named);
      assertThat(media.at("sha256").text()).isEqualTo(file.sha256());
      Tree link = ana.post("/" + media.at("mediaId").text() + "/url", "{}").tree();
      assertThat(digest(client, link.at("url").text())).isEqualTo(file.sha256());
      assertThat(ana.delete("/" + media.at("mediaId").text()).status()).isEqualTo(204);
    }
  }

  private static String send(SdkHttpClient client, Tree part, byte[] bytes) throws IOException {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(URI.create(part.at("url").text()))
            .putHeader("Content-Length", String.valueOf(bytes.length));
    for (String name : part.at("headers").names()) {
      request.putHeader(name, part.at("headers", name).text());
    }
    HttpExecuteResponse answer =
        client
            .prepareRequest(
                HttpExecuteRequest.builder()
                    .request(request.build())
                    .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                    .build())
            .call();
    assertThat(answer.httpResponse().statusCode()).isEqualTo(200);
    return answer.httpResponse().firstMatchingHeader("ETag").orElseThrow();
  }

  private static String digest(SdkHttpClient client, String url) throws Exception {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(url)).build();
    HttpExecuteResponse answer =
        client.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
    assertThat(answer.httpResponse().statusCode()).isEqualTo(200);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(answer.responseBody().orElseThrow(), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
