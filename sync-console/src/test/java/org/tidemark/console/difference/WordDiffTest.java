package org.tidemark.console.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.console.difference.Piece.Kind;

class WordDiffTest {
  private static final long SEED = Long.getLong("sync.seed", 20_261_126);

  @Test
  void changedWord_isGoneAndNew_betweenWhatStays() {
    assertThat(WordDiff.between("the quick brown fox", "the slow brown fox"))
        .containsExactly(
            new Piece(Kind.SAME, "the "),
            new Piece(Kind.REMOVED, "quick"),
            new Piece(Kind.ADDED, "slow"),
            new Piece(Kind.SAME, " brown fox"));
  }

  @Test
  void addedSentence_isOnePiece() {
    assertThat(WordDiff.between("One.", "One. Two, three!"))
        .containsExactly(new Piece(Kind.SAME, "One."), new Piece(Kind.ADDED, " Two, three!"));
  }

  @Test
  void equalTexts_areOnePiece_andEmptyOnesNone() {
    assertThat(WordDiff.between("as it is", "as it is"))
        .containsExactly(new Piece(Kind.SAME, "as it is"));
    assertThat(WordDiff.between("", "")).isEmpty();
  }

  @Test
  void words_keepTheirMarksAndLetters() {
    assertThat(WordDiff.words("naïve e\u0301tat: 12\n \uD83D\uDE00x"))
        .containsExactly("naïve", " ", "e\u0301tat", ":", " ", "12", "\n ", "\uD83D\uDE00", "x");
  }

  @Test
  void pieces_ofAnyTwoTexts_makeUpBoth_andAreTheShortestWay() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random, random.nextInt(12));
      String after = text(random, random.nextInt(12));
      List<Piece> pieces = WordDiff.between(before, after);
      assertThat(joined(pieces, Kind.ADDED)).as("before, seed %s", SEED).isEqualTo(before);
      assertThat(joined(pieces, Kind.REMOVED)).as("after, seed %s", SEED).isEqualTo(after);
      assertThat(edits(pieces))
          .as("%s against %s, seed %s", before, after, SEED)
          .isEqualTo(fewestEdits(WordDiff.words(before), WordDiff.words(after)));
    }
  }

  @Test
  void textsThatHaveNothingInCommon_areGoneAndNewAsAWhole_howeverLong() {
    String before = numbered("a", 400_000);
    String after = numbered("b", 400_000);
    assertThat(WordDiff.between("begin " + before + " end", "begin " + after + " end"))
        .containsExactly(
            new Piece(Kind.SAME, "begin "),
            new Piece(Kind.REMOVED, before),
            new Piece(Kind.ADDED, after),
            new Piece(Kind.SAME, " end"));
  }

  @Test
  void shortened_leavesOutWhatStays_farFromTheChange() {
    String long1 = numbered("left", 1_000);
    String long2 = numbered("right", 1_000);
    List<Piece> pieces = WordDiff.shortened(long1 + " old " + long2, long1 + " new " + long2);
    assertThat(pieces.stream().map(Piece::kind))
        .containsExactly(Kind.CUT, Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME, Kind.CUT);
    assertThat(joined(pieces, Kind.REMOVED)).isEqualTo(long1 + " new " + long2);
    assertThat(pieces.get(1).text())
        .as("whole words of what stands around")
        .startsWith("left")
        .endsWith("left998 left999 ")
        .hasSizeBetween(120, 130);
    assertThat(pieces.get(4).text()).startsWith(" right0 right1").hasSizeBetween(110, 120);
    assertThat(pieces.get(5).text().strip()).startsWith("right");
  }

  @ParameterizedTest
  @CsvSource({
    "'one two three', 0, 0",
    "'one two three', 2, 0",
    "'one two three', 3, 3",
    "'one two three', 4, 4",
    "'one two three', 6, 4",
    "'one two three', 13, 13",
    "'a, b', 2, 2",
    "'x 😀😀', 3, 2",
  })
  void cut_isNotWithinAWord(String text, int index, int cut) {
    assertThat(WordDiff.beforeWord(text, index)).isEqualTo(cut);
  }

  @Test
  void cut_isAnywhere_whereThereAreNoWords() {
    assertThat(WordDiff.beforeWord("a".repeat(200), 120)).isEqualTo(120);
  }

  private static String numbered(String stem, int words) {
    return IntStream.range(0, words).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
  }

  private static String text(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> List.of("a", "b", "c", ".").get(random.nextInt(4)))
        .collect(Collectors.joining(" "));
  }

  private static String joined(List<Piece> pieces, Kind without) {
    return pieces.stream()
        .filter(piece -> piece.kind() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static int edits(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.kind() != Kind.SAME)
        .mapToInt(piece -> WordDiff.words(piece.text()).size())
        .sum();
  }

  /** By the table of all prefixes. */
  private static int fewestEdits(List<String> before, List<String> after) {
    int[][] edits = new int[before.size() + 1][after.size() + 1];
    for (int i = 0; i <= before.size(); i++) {
      for (int j = 0; j <= after.size(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
        } else if (before.get(i - 1).equals(after.get(j - 1))) {
          edits[i][j] = edits[i - 1][j - 1];
        } else {
          edits[i][j] = 1 + Math.min(edits[i - 1][j], edits[i][j - 1]);
        }
      }
    }
    return edits[before.size()][after.size()];
  }
}
