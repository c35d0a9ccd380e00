package org.tidemark.client.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name promises. */
class ContentTypesTest {

  @ParameterizedTest
  @CsvSource({
    "photo.JPG, image/jpeg",
    "a.b.png, image/png",
    "film.mp4, video/mp4",
    "png, image/png",
    "archive.unknown, application/octet-stream",
    "noending, application/octet-stream",
    "'', application/octet-stream"
  })
  void of_goesByTheEnding(String name, String type) {
    assertThat(ContentTypes.of(name)).isEqualTo(type);
  }
}
