package org.tidemark.client.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a file is called on the server. */
class FileNamesTest {

  @Test
  void safe_keepsWhatCanBeSeen() {
    assertThat(FileNames.safe("Grüße 👨‍👩‍👧.jpeg")).isEqualTo("Grüße 👨‍👩‍👧.jpeg");
  }

  @Test
  void safe_replacesPathsControlsAndTurningSigns() {
    assertThat(FileNames.safe("../a\\b\u0000c\n.png")).isEqualTo(".._a_b_c_.png");
    assertThat(FileNames.safe("photo\u202egnp.exe")).isEqualTo("photo_gnp.exe");
    assertThat(FileNames.safe("half \ud83d.png")).isEqualTo("half _.png");
  }

  @Test
  void safe_cutsTheFront_neverAPair() {
    assertThat(FileNames.safe("x".repeat(300) + ".png")).hasSize(200).endsWith("x.png");
    String pairs = "👍".repeat(150) + "a.png";
    assertThat(FileNames.safe(pairs)).hasSize(199).startsWith("👍").endsWith("a.png");
  }

  @Test
  void safe_ofNothing_isAName() {
    for (String nothing : new String[] {"", "  ", ".", ".."}) {
      assertThat(FileNames.safe(nothing)).isEqualTo("file");
    }
  }
}
