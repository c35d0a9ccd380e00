package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Every query and mutation by callers who are signed in but may not do everything. */
@ExtendWith(WithServer.class)
class DoorIT {

  private static final String SECRET = "what-the-space-holds";

  private final TestServer server;
  private final String space = TestServer.unique("space") + "-" + SECRET;
  private final String owner = TestServer.unique("owner");
  private final String viewer = TestServer.unique("viewer");
  private final String guest = TestServer.unique("guest") + "-" + SECRET;
  private String conflict = "";

  DoorIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void fillTheSpace() {
    Device device = server.device(owner);
    device.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    for (String member : List.of(viewer, guest)) {
      device.ask(
          "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"VIEWER\") { user } }"
              .formatted(space, member));
    }
    device.push(invoice("{\"n\":1}"));
    device.push(invoice("{\"n\":\"" + SECRET + "\"}").on(1));
    Tree clash = device.another().push(invoice("{\"n\":3}").on(1));
    conflict = clash.at("conflict", "conflictId").text();
    assertThat(conflict).isNotEmpty();
  }

  @Test
  void everyOperationOfTheSchema_hasADoorTest() {
    List<String> operations = new ArrayList<>(server.administrator().operations("Query"));
    operations.addAll(server.administrator().operations("Mutation"));

    assertThat(Arrays.stream(Door.ALL).map(Door::operation))
        .containsExactlyInAnyOrderElementsOf(operations);
  }

  static Stream<Door> doors() {
    return Arrays.stream(Door.ALL);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void door_stranger(Door door) {
    String before = records();
    assertThat(outcome(door, server.device(TestServer.unique("eve")))).isEqualTo(door.stranger());
    assertThat(records()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void door_viewer(Door door) {
    String before = records();
    assertThat(outcome(door, server.device(viewer))).isEqualTo(door.viewer());
    assertThat(records()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void door_auditor(Door door) {
    String before = records();
    assertThat(outcome(door, server.auditor())).isEqualTo(door.auditor());
    assertThat(records()).isEqualTo(before);
  }

  /** Memberships open no door to an auditor but those that show which spaces they are in. */
  @ParameterizedTest
  @MethodSource("doors")
  void door_auditorWhoIsAnOwner(Door door) {
    String auditor = TestServer.unique("olga");
    server
        .device(owner)
        .ask(
            "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"OWNER\") { user } }"
                .formatted(space, auditor));
    String before = records();
    boolean showsMemberships = List.of("pull", "spaces").contains(door.operation());

    assertThat(outcome(door, server.deviceWith(server.token(auditor, "auditor"))))
        .isEqualTo(showsMemberships ? Door.SEEN : door.auditor());
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void auditor_inTheirOwnSpace_isAViewer() {
    String auditor = TestServer.unique("olga");
    Device device = server.deviceWith(server.token(auditor, "auditor"));

    assertThat(device.ask("{ spaces { space role } }").at("spaces").canonical())
        .isEqualTo("[{\"role\":\"VIEWER\",\"space\":\"~%s\"}]".formatted(auditor));
    assertThat(device.pull().at("spaces").texts("role")).containsExactly("VIEWER");
    Tree answer = device.push(Edit.upsert("invoice", "own", "{}"));
    assertThat(answer.at("error", "code").text()).isEqualTo("SPACE_FORBIDDEN");
    assertThat(answer.at("error", "fields").texts("path")).containsExactly("/space");
    assertThat(server.number("select count(*) from record where space = ?", "~" + auditor))
        .isZero();
  }

  @Test
  void auditor_whoIsAMember_doesNotLeave() {
    Device device = server.deviceWith(server.token(viewer, "auditor"));

    assertThat(
            device.refusal(
                "mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, viewer)))
        .isEqualTo("SPACE_FORBIDDEN");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void door_administrator(Door door) {
    assertThat(outcome(door, server.administrator())).isEqualTo(door.administrator());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void door_tokenWithoutAnyRole_isForbidden(Door door) {
    Reply reply = ask(door, server.deviceWith(server.token(viewer)));

    assertThat(reply.code()).isEqualTo("FORBIDDEN");
    assertThat(reply.body()).doesNotContain(SECRET);
  }

  private String outcome(Door door, Device device) {
    Reply reply = ask(door, device);
    assertThat(reply.status()).as(reply.body()).isLessThan(500);
    if (!reply.code().isEmpty()) {
      assertThat(reply.body()).doesNotContain("what-the-space-holds\"}");
      return reply.code();
    }
    Tree data = reply.data(door.operation());
    Tree item = door.operation().equals("sync") ? data.at("results", 0) : data;
    String refused = item.at("error", "code").text();
    if (!refused.isEmpty()) {
      return refused;
    }
    return reply.body().contains(SECRET) ? Door.SEEN : Door.NOTHING;
  }

  private Reply ask(Door door, Device device) {
    String document =
        door.document()
            .replace("SPACE", space)
            .replace("CONFLICT", conflict)
            .replace("CLIENT", device.clientId())
            .replace("GUEST", guest);
    return device.http().graphql(document, "{}");
  }

  /** What the space holds, and who is in it. */
  private String records() {
    return server.text(
        """
        select (select string_agg(id || version, ',' order by id) from record where space = ?) || ' '
            || (select string_agg(user_id || role, ',' order by user_id) from membership where space = ?) || ' '
            || (select string_agg(status, ',') from conflict where space = ?) || ' '
            || (select count(*) from merge_policy)
        """,
        space,
        space,
        space);
  }

  private Edit invoice(String data) {
    return Edit.upsert("invoice", "r", data).in(space);
  }
}
