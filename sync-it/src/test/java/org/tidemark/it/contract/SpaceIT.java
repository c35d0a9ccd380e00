package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Spaces and their members. */
@ExtendWith(WithServer.class)
class SpaceIT {

  private final Device owner;
  private final Device carl;
  private final String carlsName = TestServer.unique("carl");
  private final String ownersName = TestServer.unique("owner");
  private final String space = TestServer.unique("space");

  SpaceIT(TestServer server) {
    owner = server.device(ownersName);
    carl = server.device(carlsName);
    owner.ask("mutation { createSpace(space: \"%s\") { space role } }".formatted(space));
  }

  @Test
  void createSpace_makesItsCreatorTheOwner() {
    assertThat(owner.ask("{ spaces { space role personal } }").at("spaces").canonical())
        .isEqualTo(
            "[{\"personal\":false,\"role\":\"OWNER\",\"space\":\"%s\"},{\"personal\":true,\"role\":\"OWNER\",\"space\":\"~%s\"}]"
                .formatted(space, ownersName));
  }

  @Test
  void createSpace_takenName_isRefused() {
    assertThat(carl.refusal("mutation { createSpace(space: \"%s\") { space } }".formatted(space)))
        .isEqualTo("SPACE_TAKEN");
  }

  @Test
  void createSpace_nameOfAPersonalSpace_isRefused() {
    assertThat(carl.refusal("mutation { createSpace(space: \"~ana\") { space } }"))
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void inviteMember_asViewer_readsButDoesNotWrite() {
    invite("VIEWER");
    owner.push(Edit.upsert("profile", "p", "{\"n\":1}").in(space));

    assertThat(carl.record(space, "profile", "p").at("data")).hasToString("{\"n\":1}");
    Tree answer = carl.push(Edit.upsert("profile", "p", "{\"n\":2}").in(space).on(1));
    assertThat(answer.at("error", "code").text()).isEqualTo("SPACE_FORBIDDEN");
  }

  @Test
  void inviteMember_again_changesTheRole() {
    invite("VIEWER");
    invite("EDITOR");

    assertThat(members().texts("user")).containsExactlyInAnyOrder(carlsName, ownersName);
    assertThat(members().texts("role")).containsExactlyInAnyOrder("EDITOR", "OWNER");
    assertThat(carl.push(Edit.upsert("profile", "p", "{}").in(space)).at("status").text())
        .isEqualTo("APPLIED");
  }

  @Test
  void inviteMember_unknownRole_isRefused() {
    assertThat(carl.refusal(invitation("KING"))).isEqualTo("SPACE_FORBIDDEN");
    assertThat(owner.refusal(invitation("KING"))).isEqualTo("INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\\u0000", "a\\nb", "long"})
  void member_whoseNameIsNone_isRefused(String name) {
    String user = name.equals("long") ? "x".repeat(121) : name;

    assertThat(
            owner.refusal(
                "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"VIEWER\") { user } }"
                    .formatted(space, user)))
        .isEqualTo("INVALID_REQUEST");
    assertThat(owner.refusal(removal(user))).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void inviteMember_byEditor_isForbidden() {
    invite("EDITOR");

    assertThat(carl.refusal(invitation("OWNER"))).isEqualTo("SPACE_FORBIDDEN");
  }

  @Test
  void removeMember_byOwner_endsTheMembership() {
    invite("EDITOR");
    owner.ask(removal(carlsName));

    assertThat(members().texts("user")).containsExactly(ownersName);
    assertThat(owner.refusal(removal(carlsName))).isEqualTo("NOT_FOUND");
  }

  @Test
  void removeMember_bySelf_isLeaving() {
    invite("VIEWER");
    carl.ask(removal(carlsName));

    assertThat(members().texts("user")).containsExactly(ownersName);
  }

  @Test
  void removeMember_lastOwner_isRefused() {
    assertThat(owner.refusal(removal(ownersName))).isEqualTo("INVALID_REQUEST");
    invite("OWNER");
    owner.ask(removal(ownersName));
    assertThat(carl.ask("{ spaces { space } }").at("spaces").texts("space")).contains(space);
  }

  @Test
  void personalSpace_takesNoMembers() {
    assertThat(
            owner.refusal(
                "mutation { inviteMember(space: \"~%s\", user: \"ben\", role: \"VIEWER\") { user } }"
                    .formatted(ownersName)))
        .isIn("INVALID_REQUEST", "SPACE_FORBIDDEN");
  }

  private void invite(String role) {
    owner.ask(invitation(role));
  }

  private String invitation(String role) {
    return "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"%s\") { user role } }"
        .formatted(space, carlsName, role);
  }

  private String removal(String user) {
    return "mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, user);
  }

  private Tree members() {
    return owner
        .ask("{ members(space: \"%s\") { user role since } }".formatted(space))
        .at("members");
  }
}
