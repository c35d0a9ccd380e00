package org.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** The feed: order, pages, cursors and filters; spaces gained and lost; rights. */
final class PullCases {
  private PullCases() {}

  static List<ContractCase> all() {
    return List.of(
        new ContractCase("pull_nothing_namesThePersonalSpace", PullCases::nothing),
        new ContractCase("pull_changes_comeInCommitOrderOnce", PullCases::order),
        new ContractCase("pull_pages_giveEachChangeOnce", PullCases::pages),
        new ContractCase("pull_manySpaces_pagesThroughAll", PullCases::manySpaces),
        new ContractCase("pull_tombstones_areGiven", PullCases::tombstones),
        new ContractCase("pull_types_areFiltered", PullCases::types),
        new ContractCase("pull_otherFilter_isMismatch", PullCases::mismatch),
        new ContractCase("pull_noCursorOfTheServer_isInvalid", PullCases::invalid),
        new ContractCase("pull_limitOutOfBounds_isInvalid", PullCases::limit),
        new ContractCase("pull_spaceGained_comesFromItsBeginning", PullCases::gained),
        new ContractCase("pull_spaceLost_isNamedNoMore", PullCases::lost),
        new ContractCase("push_withoutRight_isForbiddenUntilGiven", PullCases::forbidden),
        new ContractCase("push_viewer_isForbidden", PullCases::viewer),
        new ContractCase("push_anothersClientId_isRefused", PullCases::stolenId),
        new ContractCase("push_anothersPersonalSpace_isForbidden", PullCases::personal));
  }

  private static void nothing(Play p) {
    PullPage page = p.device("carl").pull(500);
    assertThat(page.changes()).isEmpty();
    assertThat(page.hasMore()).isFalse();
    assertThat(page.spaces())
        .containsExactly(new SpaceGrant(SpaceId.personal(p.user("carl")), "OWNER"));
  }

  private static void order(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("task", "c", "{\"n\":1}"));
    ana.pushAll(p.put("task", "b", "{\"n\":1}"), p.put("task", "a", "{\"n\":1}"));
    assertThat(ids(ben.pullAll())).containsExactly("c", "a", "b");
    ana.push(p.put("task", "c", "{\"n\":2}").on(1));
    assertThat(ids(ben.pullAll())).containsExactly("c");
    assertThat(ben.pullAll()).isEmpty();
    assertThat(ids(p.device("ana").pullAll())).containsExactly("a", "b", "c");
  }

  private static void pages(Play p) {
    PlayDevice ana = p.device("ana");
    for (int i = 0; i < 7; i++) {
      ana.push(p.put("task", "r" + i, "{\"n\":1}"));
    }
    PlayDevice ben = p.device("ben");
    List<String> seen = new ArrayList<>();
    boolean more = true;
    while (more) {
      PullPage page = ben.pull(3);
      assertThat(page.changes().size()).isLessThanOrEqualTo(3);
      seen.addAll(ids(page.changes()));
      more = page.hasMore();
    }
    assertThat(seen).containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6");
  }

  private static void manySpaces(Play p) {
    PlayDevice ana = p.device("ana");
    for (String name : List.of("one", "two", "three")) {
      p.server().makeSpace(p.space(name), p.user("ana"));
      for (int i = 0; i < 3; i++) {
        ana.push(p.put(p.key(p.space(name), "task", name + i), "{\"n\":1}"));
      }
    }
    ana.push(p.put(p.key(SpaceId.personal(p.user("ana")), "task", "own"), "{\"n\":1}"));
    PlayDevice tablet = p.device("ana");
    List<String> seen = new ArrayList<>();
    boolean more = true;
    while (more) {
      PullPage page = tablet.pull(2);
      seen.addAll(ids(page.changes()));
      more = page.hasMore();
      if (seen.size() == 4) {
        ana.push(p.put(p.key(p.space("one"), "task", "late"), "{\"n\":1}"));
      }
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(11);
  }

  private static void tombstones(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("task", "r", "{\"n\":1}"));
    ana.push(p.delete("task", "r").on(1));
    assertThat(p.device("ben").pullAll())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.deleted()).isTrue();
              assertThat(change.version()).isEqualTo(2);
              assertThat(change.data()).isNull();
            });
  }

  private static void types(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("task", "t", "{\"n\":1}"));
    ana.push(p.put("profile", "p", "{\"n\":1}"));
    ana.push(p.put("invoice", "i", "{\"n\":1}"));
    PlayDevice ben = p.device("ben");
    assertThat(ids(ben.pull(500, "task", "invoice").changes())).containsExactly("t", "i");
    ana.push(p.put("profile", "q", "{\"n\":1}"));
    assertThat(ben.pull(500, "invoice", "task").changes()).isEmpty();
  }

  private static void mismatch(Play p) {
    PlayDevice ana = p.device("ana");
    ana.pull(500);
    assertThat(ana.pullRefusal(ana.cursor(), 500, "task")).isEqualTo("CURSOR_MISMATCH VALIDATION");
  }

  private static void invalid(Play p) {
    assertThat(p.device("ana").pullRefusal("bm8gY3Vyc29y", 500))
        .isEqualTo("CURSOR_INVALID VALIDATION");
  }

  private static void limit(Play p) {
    assertThat(p.device("ana").pullRefusal(null, 1_001)).isEqualTo("INVALID_REQUEST VALIDATION");
  }

  private static void gained(Play p) {
    p.device("ana").push(p.put("task", "r", "{\"n\":1}"));
    PlayDevice carl = p.device("carl");
    assertThat(carl.pullAll()).isEmpty();
    p.admit(p.team(), "carl", Role.VIEWER);
    assertThat(ids(carl.pullAll())).containsExactly("r");
    assertThat(carl.pullAll()).isEmpty();
  }

  private static void lost(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("task", "r", "{\"n\":1}"));
    ben.pullAll();
    p.dismiss(p.team(), "ben");
    ana.push(p.put("task", "s", "{\"n\":1}"));
    PullPage page = ben.pull(500);
    assertThat(page.changes()).isEmpty();
    assertThat(page.spaces()).hasSize(1);
    p.admit(p.team(), "ben", Role.EDITOR);
    assertThat(ids(ben.pullAll())).containsExactly("r", "s");
  }

  private static void forbidden(Play p) {
    PlayDevice carl = p.device("carl");
    Edit edit = p.put("task", "r", "{\"n\":1}");
    p.expectRefused(carl.push(edit), "SPACE_FORBIDDEN");
    p.admit(p.team(), "carl", Role.EDITOR);
    p.expect(carl.push(edit), "APPLIED", 1, "{\"n\":1}");
  }

  private static void viewer(Play p) {
    p.admit(p.team(), "carl", Role.VIEWER);
    p.expectRefused(p.device("carl").push(p.put("task", "r", "{}")), "SPACE_FORBIDDEN");
  }

  private static void stolenId(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("task", "r", "{\"n\":1}"));
    PlayDevice thief = p.thief("ben", ana);
    assertThat(thief.refusal(p.put("task", "s", "{}"))).isEqualTo("CLIENT_ID_TAKEN AUTH");
    assertThat(thief.pullRefusal(null, 10)).isEqualTo("CLIENT_ID_TAKEN AUTH");
  }

  private static void personal(Play p) {
    SpaceId anas = SpaceId.personal(p.user("ana"));
    p.expect(p.device("ana").push(p.put(p.key(anas, "task", "r"), "{}")), "APPLIED", 1, "{}");
    p.expectRefused(p.device("ben").push(p.put(p.key(anas, "task", "r"), "{}")), "SPACE_FORBIDDEN");
  }

  private static List<String> ids(List<Change> changes) {
    return changes.stream().map(change -> change.key().id().value()).toList();
  }
}
