package org.tidemark.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.core.decide.Given.push;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.record.MutationId;

/** What base an edit has, by how the one before it ended. */
class ChainTest {

  private static final MutationId EARLIER = new MutationId("earlier");
  private static final BaseClaim FROM_THREE = BaseClaim.of(3);
  private static final BaseClaim FROM_NOTHING = BaseClaim.of(null);
  private static final BaseClaim FROM_CLIENT =
      new BaseClaim(new BaseRef.ClientData(new MutationId("before")), false);

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of("no receipt: the base version counts", null, "version 7"),
        Arguments.of("applied: what it produced", prior(SyncStatus.APPLIED, 4), "version 4"),
        Arguments.of("applied deletion of nothing", prior(SyncStatus.APPLIED, null), "none"),
        Arguments.of("merged: its own data", prior(SyncStatus.MERGED, 5), "mutation earlier"),
        Arguments.of(
            "server wins: its own data", prior(SyncStatus.SERVER_WINS, 5), "mutation earlier"),
        Arguments.of("rejected: the base it had", prior(SyncStatus.REJECTED, null), "version 3"),
        Arguments.of(
            "conflict: the base it had, never direct",
            prior(SyncStatus.CONFLICT, 5),
            "past version 3"),
        Arguments.of(
            "rejected creation",
            new PriorOutcome(EARLIER, SyncStatus.REJECTED, null, FROM_NOTHING),
            "none"),
        Arguments.of(
            "conflict in a chain",
            new PriorOutcome(EARLIER, SyncStatus.CONFLICT, 5, FROM_CLIENT),
            "mutation before"));
  }

  private static PriorOutcome prior(SyncStatus status, @Nullable Integer produced) {
    return new PriorOutcome(EARLIER, status, produced, FROM_THREE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  void claim_byOutcomeOfPrevious(String name, @Nullable PriorOutcome prior, String expected) {
    BaseClaim claim = Chain.claim(push("{}").baseVersion(7).mutation(), prior);

    assertThat(claim.text()).as(name).isEqualTo(expected);
    assertThat(BaseClaim.parse(claim.text())).isEqualTo(claim);
  }

  @Test
  void claim_withoutPreviousOrBaseVersion_isNone() {
    assertThat(Chain.claim(push("{}").mutation(), null)).isEqualTo(FROM_NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "version x", "mutation "})
  void parse_otherText_isADefect(String text) {
    assertThatThrownBy(() -> BaseClaim.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
