package org.tidemark.core.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeadersTest {

  /** The first bytes of images as programs write them, by format. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "png,89504e470d0a1a0a0000000d4948445200000280000001e00806000000,640,480",
    "png 65000,89504e470d0a1a0a0000000d494844520000fde80000fde80806000000,65000,65000",
    "gif,47494638396180029001f70000,640,400",
    "gif87,474946383761010002008000,1,2",
    "bmp,424d36840300000000003600000028000000800200002cfeffff0100180000000000,640,468",
    "bmp core,424d1a00000000000000000000000c000000800268010100,640,360",
    "jpeg,ffd8ffe000104a46494600010100000100010000ffc0001108016802800301220002110103,640,360",
    "jpeg progressive with fill,ffd8ffffffe1000400ffffc2001108000700090301220002110103,9,7",
    "webp lossy,52494646000000005745425056503820000000003001009d012a8002e0010002,640,480",
    "webp lossless,5249464600000000574542505650384c000000002f7fc27700,640,480",
    "webp extended,524946460000000057454250565038580a000000100000007f0200df0100,640,480"
  })
  void header_tellsTheSize(String format, String hex, int width, int height) {
    assertThat(ImageHeaders.read(HexFormat.of().parseHex(hex)))
        .isEqualTo(new ImageSize(width, height));
  }

  @Test
  void heif_ofTiles_hasTheSizeOfTheWhole() {
    String tile = "00000014" + hex("ispe") + "00000000" + "00000200" + "00000200";
    String whole = "00000014" + hex("ispe") + "00000000" + "00000fc0" + "00000bd0";
    byte[] head =
        HexFormat.of()
            .parseHex("00000018" + hex("ftypheic") + "00000000" + hex("mif1heic") + tile + whole);
    assertThat(ImageHeaders.read(head)).isEqualTo(new ImageSize(4_032, 3_024));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "89504e470d0a1a0a",
    "89504e470d0a1a0a0000000d49484452000000000000000008",
    "ffd8ff",
    "ffd8ffe0ffff",
    "ffd8ffda000c",
    "47494638396100000000",
    "524946460000000057454250",
    "3c68746d6c3e"
  })
  void header_withoutASize_givesNone(String hex) {
    assertThat(ImageHeaders.read(HexFormat.of().parseHex(hex))).isNull();
  }

  @Test
  void anyBytes_areReadWithoutFailure() {
    Random random = new Random(20_260_214);
    String[] starts = {
      "\u0089PNG\r\n\u001a\n", "GIF89a", "BM", "\u00ff\u00d8\u00ff", "RIFF0000WEBPVP8X", "0000ftyp"
    };
    for (int i = 0; i < 20_000; i++) {
      byte[] start = starts[i % starts.length].getBytes(StandardCharsets.ISO_8859_1);
      byte[] bytes = Arrays.copyOf(start, start.length + random.nextInt(200));
      for (int at = start.length; at < bytes.length; at++) {
        bytes[at] = (byte) random.nextInt(256);
      }
      ImageSize size = ImageHeaders.read(bytes);
      assertThat(size == null || size.pixels() > 0).isTrue();
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
