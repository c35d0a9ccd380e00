package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.media.MediaRejection.Code;

class MediaRulesTest {
  private static final MediaRules USUAL =
      new MediaRules(MediaRules.USUAL_TYPES, 5L << 30, 25 << 20, 32_000_000);

  @ParameterizedTest
  @CsvSource({
    "image/png,26214400,",
    "image/png,26214401,FILE_TOO_LARGE",
    "video/mp4,5368709120,",
    "video/mp4,5368709121,FILE_TOO_LARGE",
    "video/anything,1,",
    "image/svg+xml,1,TYPE_NOT_ALLOWED",
    "text/html,1,TYPE_NOT_ALLOWED",
    "application/javascript,1,TYPE_NOT_ALLOWED",
    "application/x-sh,1,TYPE_NOT_ALLOWED",
    "application/octet-stream,1,TYPE_NOT_ALLOWED"
  })
  void announced_isJudgedByTypeAndSize(String type, long size, @Nullable Code code) {
    assertThat(code(USUAL.announced("a", new ContentType(type), size))).isEqualTo(code);
  }

  @Test
  void announced_badName_isRefused() {
    assertThat(code(USUAL.announced("../a", new ContentType("image/png"), 1)))
        .isEqualTo(Code.NAME_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "image/png,image/png,true,",
    "image/png,text/html,false,TYPE_MISMATCH",
    "image/png,image/jpeg,false,TYPE_MISMATCH",
    "image/png,application/octet-stream,false,TYPE_MISMATCH",
    "text/csv,text/plain,true,",
    "text/plain,text/html,false,TYPE_MISMATCH",
    "video/mp4,video/quicktime,false,",
    "video/mp4,audio/mp4,false,TYPE_MISMATCH",
    "text/html,text/html,true,TYPE_NOT_ALLOWED"
  })
  void found_isComparedWithDeclared(
      String declared, String found, boolean isKind, @Nullable Code code) {
    assertThat(code(USUAL.found(new ContentType(declared), new ContentType(found), isKind)))
        .isEqualTo(code);
  }

  @Test
  void image_isLimitedByPixels() {
    assertThat(USUAL.image(new ImageSize(8_000, 4_000))).isNull();
    assertThat(code(USUAL.image(new ImageSize(8_001, 4_000)))).isEqualTo(Code.IMAGE_TOO_LARGE);
    assertThat(code(USUAL.image(new ImageSize(65_000, 65_000)))).isEqualTo(Code.IMAGE_TOO_LARGE);
    assertThat(code(USUAL.image(null))).isEqualTo(Code.IMAGE_UNREADABLE);
  }

  @Test
  void codes_areRecognised() {
    assertThat(MediaRejection.is("TYPE_MISMATCH")).isTrue();
    assertThat(MediaRejection.is("NOT_FOUND")).isFalse();
    assertThat(MediaRejection.is(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "image/PNG; charset=x,image/png",
    "IMAGE/png,image/png",
    "image,",
    "image/,",
    "a b/c,",
    "*/*,",
    "image/p\u0000ng,"
  })
  void contentType_isReadWithoutParameters(String text, @Nullable String type) {
    ContentType parsed = ContentType.parse(text);
    assertThat(parsed == null ? null : parsed.value()).isEqualTo(type);
  }

  @Test
  void families_canBeAllowedAsAWhole() {
    MediaRules rules = new MediaRules(List.of("image/*"), 10, 10, 10);
    assertThat(rules.announced("a", new ContentType("image/svg+xml"), 1)).isNull();
    assertThat(code(rules.announced("a", new ContentType("video/mp4"), 1)))
        .isEqualTo(Code.TYPE_NOT_ALLOWED);
  }

  private static @Nullable Code code(@Nullable MediaRejection rejection) {
    return rejection == null ? null : rejection.code();
  }

  @Test
  void pixels_areOfImagesThatAreNotDrawn() {
    assertThat(new ContentType("image/png").hasPixels()).isTrue();
    assertThat(new ContentType("image/tiff").hasPixels()).isTrue();
    assertThat(new ContentType("image/svg+xml").hasPixels()).isFalse();
    assertThat(new ContentType("video/mp4").hasPixels()).isFalse();
  }
}
