package org.tidemark.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.record.EntityType;
import org.tidemark.media.store.S3Settings;

class MediaSettingsTest {
  private static final Map<String, String> S3 =
      Map.of("SYNC_MEDIA_STORE", "s3", "SYNC_S3_BUCKET", "b");

  @Test
  void from_nothingSet_hasDefaults() {
    MediaSettings settings = MediaSettings.from(Map.of(), "/data");
    assertThat(settings.folder()).isEqualTo(Path.of("/data/media"));
    assertThat(settings.s3()).isNull();
    assertThat(settings.partBytes()).isEqualTo(8 << 20);
    assertThat(settings.uploadLife()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.orphanLife()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.rules().maxBytes()).isEqualTo(5L << 30);
    assertThat(settings.rules().maxImageBytes()).isEqualTo(25 << 20);
    assertThat(settings.rules().maxPixels()).isEqualTo(32_000_000);
    assertThat(settings.fields().isEmpty()).isTrue();
  }

  @Test
  void from_demo_knowsTheDemosMediaField() {
    assertThat(
            MediaSettings.from(Map.of("SYNC_DEMO", "true"), "/data")
                .fields()
                .has(new EntityType("note")))
        .isTrue();
  }

  @Test
  void from_s3_isTaken_andItsSecretNotTold() {
    Map<String, String> environment = new HashMap<>(S3);
    environment.put("SYNC_S3_ACCESS_KEY", "a");
    environment.put("SYNC_S3_SECRET_KEY", "very-secret");
    S3Settings s3 = Objects.requireNonNull(MediaSettings.from(environment, "/data").s3());
    assertThat(s3.secretKey()).isEqualTo("very-secret");
    assertThat(s3.toString()).doesNotContain("very-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC_MEDIA_STORE,ftp",
    "SYNC_MEDIA_PART_BYTES,1000",
    "SYNC_MEDIA_PART_BYTES,6000000000",
    "SYNC_MEDIA_MAX_BYTES,5368709121",
    "SYNC_MEDIA_URL_LIFE,P8D",
    "SYNC_UPLOAD_LIFE,24",
    "SYNC_MEDIA_TYPES,png",
    "SYNC_MEDIA_TYPES,*/*",
    "SYNC_MEDIA_FIELDS,note",
    "SYNC_PUBLIC_URL,media.example",
    "SYNC_PUBLIC_URL,https://media.example/",
    "SYNC_MEDIA_CDN_URL,ftp://media.example"
  })
  void from_badValue_namesTheVariableAndTheValue(String key, String value) {
    assertThatThrownBy(() -> MediaSettings.from(Map.of(key, value), "/data"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(key)
        .hasMessageContaining('"' + value + '"');
  }

  @Test
  void from_s3_half_isRefused() {
    assertThatThrownBy(() -> MediaSettings.from(Map.of("SYNC_MEDIA_STORE", "s3"), "/data"))
        .hasMessageContaining("SYNC_S3_BUCKET");
    Map<String, String> half = new HashMap<>(S3);
    half.put("SYNC_S3_ACCESS_KEY", "a");
    assertThatThrownBy(() -> MediaSettings.from(half, "/data"))
        .hasMessageContaining("SYNC_S3_SECRET_KEY");
    Map<String, String> small = new HashMap<>(S3);
    small.put("SYNC_MEDIA_PART_BYTES", "1048576");
    assertThatThrownBy(() -> MediaSettings.from(small, "/data"))
        .hasMessageContaining("SYNC_MEDIA_PART_BYTES");
  }
}
