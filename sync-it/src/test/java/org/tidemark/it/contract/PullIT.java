package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The feed and its cursor. Each test has users of its own, so that no other fills their feed. */
@ExtendWith(WithServer.class)
class PullIT {

  private final TestServer server;
  private final String carl = TestServer.unique("carl");
  private final Device phone;
  private final Device tablet;

  PullIT(TestServer server) {
    this.server = server;
    phone = server.device(carl);
    tablet = phone.another();
  }

  @Test
  void pull_newUser_seesPersonalSpaceAndNothingElse() {
    Tree page = phone.pull();

    assertThat(page.at("changes").elements()).isEmpty();
    assertThat(page.at("spaces").texts("space")).containsExactly("~" + carl);
    assertThat(page.at("spaces").texts("role")).containsExactly("OWNER");
    assertThat(page.at("hasMore").isTrue()).isFalse();
  }

  @Test
  void pull_changes_comeInCommitOrderEachOnce() {
    push("a", 0);
    push("b", 0);
    push("a", 1);
    Tree first = tablet.pull();
    push("c", 0);
    Tree second = tablet.pull(first.at("cursor").text());
    Tree third = tablet.pull(second.at("cursor").text());

    assertThat(first.at("changes").texts("id")).containsExactly("b", "a");
    assertThat(first.at("changes").texts("version")).containsExactly("1", "2");
    assertThat(second.at("changes").texts("id")).containsExactly("c");
    assertThat(third.at("changes").elements()).isEmpty();
  }

  @Test
  void pull_deletion_comesAsTombstone() {
    push("a", 0);
    phone.push(Edit.delete("profile", "a").on(1));
    Tree change = tablet.pull().at("changes", 0);

    assertThat(change.at("deleted").isTrue()).isTrue();
    assertThat(change.at("data").isThere()).isFalse();
    assertThat(change.at("version").number()).isEqualTo(2);
  }

  @Test
  void pull_limit_pagesByCount() {
    for (int i = 0; i < 7; i++) {
      push("r" + i, 0);
    }

    assertThat(pages(",\"limit\":3", ""))
        .containsExactly(List.of("r0", "r1", "r2"), List.of("r3", "r4", "r5"), List.of("r6"));
  }

  @Test
  void pull_exactlyOnePage_hasNoMore() {
    push("a", 0);
    push("b", 0);
    Tree page = tablet.tryPull("", ",\"limit\":2").data("pull");

    assertThat(page.at("changes").elements()).hasSize(2);
    assertThat(page.at("hasMore").isTrue()).isFalse();
  }

  @Test
  void pull_largeRecords_pagesByBytes() {
    String text = "x".repeat(900_000);
    for (int i = 0; i < 8; i++) {
      phone.push(Edit.upsert("profile", "r" + i, "{\"t\":\"" + text + "\"}"));
    }
    List<List<String>> pages = pages("", "");

    assertThat(pages).hasSizeBetween(2, 4);
    assertThat(pages.stream().flatMap(List::stream))
        .containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7");
  }

  @Test
  void pull_entityTypes_filters() {
    push("a", 0);
    phone.push(Edit.upsert("task", "t", "{}"));
    Reply reply = tablet.tryPull("", ",\"types\":[\"task\"]");

    assertThat(reply.data("pull").at("changes").texts("id")).containsExactly("t");
  }

  @Test
  void cursor_otherFilter_isRefused() {
    String cursor = tablet.pull().at("cursor").text();

    assertThat(tablet.tryPull(cursor, ",\"types\":[\"task\"]").code()).isEqualTo("CURSOR_MISMATCH");
  }

  @Test
  void cursor_sameTypesInOtherOrder_isTheSameFilter() {
    Tree page = tablet.tryPull("", ",\"types\":[\"task\",\"note\"]").data("pull");
    Reply next = tablet.tryPull(page.at("cursor").text(), ",\"types\":[\"note\",\"task\"]");

    assertThat(next.code()).isEmpty();
  }

  @Test
  void cursor_otherEpoch_isExpired() {
    push("a", 0);
    String cursor = tablet.pull().at("cursor").text();
    String epoch = server.text("select epoch from server_state");
    server.execute("update server_state set epoch = 'after-a-restore'");
    Reply reply = tablet.tryPull(cursor, "");
    Tree afresh = tablet.pull();
    server.execute("update server_state set epoch = ?", epoch);

    assertThat(reply.code()).isEqualTo("CURSOR_EXPIRED");
    assertThat(reply.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(afresh.at("changes").texts("id")).containsExactly("a");
  }

  @Test
  void cursor_madeUp_isInvalid() {
    for (String cursor : List.of("", "x", "e30", "eyJlIjoxfQ", "%%%", "x".repeat(10_000))) {
      Reply reply =
          tablet
              .http()
              .graphql(
                  "query($c: String) { pull(clientId: \"x-%s\", cursor: $c) { cursor } }"
                      .formatted(tablet.clientId()),
                  "{\"c\":" + Http.quoted(cursor) + "}");
      assertThat(reply.code()).as(cursor).isEqualTo("CURSOR_INVALID");
    }
  }

  @Test
  void cursor_ofAnotherUser_grantsNothing() {
    push("a", 0);
    String cursor = phone.pull().at("cursor").text();
    Tree page = server.device(TestServer.unique("eve")).pull(cursor);

    assertThat(page.at("changes").elements()).isEmpty();
    assertThat(page.at("spaces").texts("space")).doesNotContain("~" + carl);
  }

  @Test
  void space_gained_comesFromItsBeginning() {
    Device owner = server.device(TestServer.unique("owner"));
    String space = space(owner);
    owner.push(Edit.upsert("profile", "old", "{}").in(space));
    String cursor = phone.pull().at("cursor").text();
    invite(owner, space, "VIEWER");
    Tree page = phone.pull(cursor);

    assertThat(page.at("changes").texts("id")).containsExactly("old");
    assertThat(page.at("spaces").texts("space")).containsExactly(space, "~" + carl);
    assertThat(page.at("spaces").texts("role")).containsExactly("VIEWER", "OWNER");
  }

  @Test
  void space_lost_isNotNamedAnyMore() {
    Device owner = server.device(TestServer.unique("owner"));
    String space = space(owner);
    invite(owner, space, "EDITOR");
    phone.push(Edit.upsert("profile", "mine", "{}").in(space));
    Tree before = phone.pull();
    owner.ask("mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, carl));
    owner.push(Edit.upsert("profile", "later", "{}").in(space));
    Tree after = phone.pull(before.at("cursor").text());

    assertThat(before.at("spaces").texts("space")).contains(space);
    assertThat(after.at("spaces").texts("space")).containsExactly("~" + carl);
    assertThat(after.at("changes").elements()).isEmpty();
    assertThat(
            phone.push(Edit.upsert("profile", "mine", "{}").in(space)).at("error", "code").text())
        .isEqualTo("SPACE_FORBIDDEN");
  }

  @Test
  void space_lostAndGainedAgain_comesFromItsBeginning() {
    Device owner = server.device(TestServer.unique("owner"));
    String space = space(owner);
    invite(owner, space, "VIEWER");
    owner.push(Edit.upsert("profile", "old", "{}").in(space));
    Tree before = phone.pull();
    owner.ask("mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, carl));
    Tree without = phone.pull(before.at("cursor").text());
    invite(owner, space, "VIEWER");

    assertThat(phone.pull(without.at("cursor").text()).at("changes").texts("id"))
        .containsExactly("old");
  }

  @Test
  void pull_limitOutOfBounds_isRefused() {
    for (String limit : List.of("0", "-1", "1001")) {
      Reply reply = tablet.tryPull("", ",\"limit\":" + limit);
      assertThat(reply.code()).as(limit).isEqualTo("INVALID_REQUEST");
      assertThat(reply.extensions().at("fields", 0, "path").text()).isEqualTo("/limit");
    }
  }

  @Test
  void pull_clientIdOfAnotherUser_isRefused() {
    phone.pull();
    Device eve = server.device(TestServer.unique("eve")).withClientId(phone.clientId());

    assertThat(eve.tryPull("", "").code()).isEqualTo("CLIENT_ID_TAKEN");
  }

  private void push(String id, int on) {
    Edit edit = Edit.upsert("profile", id, "{\"n\":" + on + "}");
    Tree answer = phone.push(on == 0 ? edit : edit.on(on));
    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
  }

  private List<List<String>> pages(String more, String from) {
    List<List<String>> pages = new ArrayList<>();
    String cursor = from;
    boolean hasMore = true;
    while (hasMore && pages.size() < 20) {
      Tree page = tablet.tryPull(cursor, more).data("pull");
      pages.add(page.at("changes").texts("id"));
      cursor = page.at("cursor").text();
      hasMore = page.at("hasMore").isTrue();
    }
    return pages;
  }

  private static String space(Device owner) {
    String space = TestServer.unique("space");
    owner.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    return space;
  }

  private void invite(Device owner, String space, String role) {
    owner.ask(
        "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"%s\") { user } }"
            .formatted(space, carl, role));
  }
}
