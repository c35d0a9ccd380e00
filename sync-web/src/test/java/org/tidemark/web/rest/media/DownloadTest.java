package org.tidemark.web.rest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.MediaId;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.boundary.StoredMedia;

class DownloadTest {
  private static final StoredMedia MEDIA =
      new StoredMedia(
          new MediaId("a".repeat(26)),
          "demo",
          new FileName("a.png"),
          new ContentType("image/png"),
          10,
          "abc",
          null,
          null,
          MediaState.READY,
          URI.create("https://media.example/a"),
          null,
          new ContentKey("b".repeat(26)));

  @ParameterizedTest
  @CsvSource({
    ",,,200,0,10,",
    "bytes=2-4,,,206,2,3,bytes 2-4/10",
    "bytes=2-4,'\"abc\"',,206,2,3,bytes 2-4/10",
    "bytes=2-4,'\"other\"',,200,0,10,",
    "bytes=10-,,,416,0,0,bytes */10",
    ",,'\"abc\"',304,0,0,",
    ",,'W/\"abc\"',304,0,0,",
    ",,'\"x\", \"abc\"',304,0,0,",
    ",,*,304,0,0,",
    ",,'\"x\"',200,0,10,",
    "bytes=2-4,,'\"abc\"',304,0,0,"
  })
  void conditions_decideStatusAndBytes(
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch,
      int status,
      long from,
      long length,
      @Nullable String contentRange) {
    Download download = Download.of(MEDIA, new Download.Conditions(range, ifRange, ifNoneMatch));
    assertThat(download.status()).isEqualTo(status);
    assertThat(download.fromByte()).isEqualTo(from);
    assertThat(download.lengthBytes()).isEqualTo(length);
    assertThat(download.headers().get("Content-Range")).isEqualTo(contentRange);
    assertThat(download.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(download.hasBody()).isEqualTo(status < 300);
  }
}
