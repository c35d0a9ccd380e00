package org.tidemark.server.pull.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.server.pull.boundary.PullAnswer.Change;
import org.tidemark.server.pull.control.FeedPage.Stretch;

class FeedPageTest {
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

  @Test
  void build_nothingNew_staysAtTheHead() {
    FeedPage.Builder page = new FeedPage.Builder(10);
    page.space("a", "OWNER", 5, 5);
    FeedPage built = page.build();
    assertThat(built.positions()).isEqualTo(Map.of("a", 5L));
    assertThat(built.hasMore()).isFalse();
  }

  @Test
  void build_fewerRowsThanTheLimit_goesToTheHead() {
    FeedPage.Builder page = new FeedPage.Builder(10);
    page.space("a", "OWNER", 0, 9);
    page.change(change("a"), 4);
    FeedPage built = page.build();
    assertThat(built.positions()).isEqualTo(Map.of("a", 9L));
    assertThat(built.hasMore()).isFalse();
  }

  @Test
  void build_asManyRowsAsTheLimit_staysAtTheLastRow() {
    FeedPage.Builder page = new FeedPage.Builder(2);
    page.space("a", "OWNER", 0, 9);
    page.change(change("a"), 4);
    page.change(change("a"), 7);
    FeedPage built = page.build();
    assertThat(built.positions()).isEqualTo(Map.of("a", 7L));
    assertThat(built.hasMore()).isTrue();
  }

  @Test
  void build_cutWithinTheFirstSpace_leavesTheSecondUntouched() {
    FeedPage.Builder page = new FeedPage.Builder(10);
    page.space("a", "OWNER", 0, 9);
    page.space("b", "VIEWER", 2, 8);
    page.change(change("a"), 4);
    page.cut();
    FeedPage built = page.build();
    assertThat(built.positions()).isEqualTo(Map.of("a", 4L, "b", 2L));
    assertThat(built.hasMore()).isTrue();
  }

  @Test
  void build_spaceThatWasNotRead_staysAndSaysThereIsMore() {
    FeedPage.Builder page = new FeedPage.Builder(9);
    page.space("a", "OWNER", 0, 9);
    page.space("b", "VIEWER", 2, 8);
    page.change(change("a"), 9);
    FeedPage built = page.build();
    assertThat(built.positions()).isEqualTo(Map.of("a", 9L, "b", 2L));
    assertThat(built.hasMore()).isTrue();
  }

  @Test
  void due_spacesUntilThePageMayBeFull_andNoneThatIsUpToDate() {
    FeedPage.Builder page = new FeedPage.Builder(10);
    page.space("a", "OWNER", 0, 9);
    page.space("b", "OWNER", 8, 8);
    page.space("c", "OWNER", 1, 3);
    page.space("d", "OWNER", 0, 5);
    assertThat(page.due()).containsExactly(new Stretch("a", 0, 9), new Stretch("c", 1, 3));
  }

  private static Change change(String space) {
    return new Change(space, "note", "n1", 1, TIME, true, null);
  }
}
