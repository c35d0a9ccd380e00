package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.ResolveResult;
import org.tidemark.client.conflict.Side;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.undo.RestoreResult;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Two people clash; one decides, in every way that there is, and both come to the same state. */
@ExtendWith(WithServer.class)
class ConflictFlowIT {

  private static final String OWNERS = "{\"by\":\"olivia\",\"n\":2}";
  private static final String MEMBERS = "{\"by\":\"max\",\"n\":3}";
  private static final String NOTE = "{\"tags\":[\"x\"],\"title\":\"base\",\"votes\":1}";

  private final TestServer server;
  private final String id = TestServer.unique("record");
  private Team team;
  private Phone owner;
  private Phone member;

  ConflictFlowIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
    owner = team.owners();
    member = team.members();
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  /** Decisions on two invoices that differ in both fields. */
  enum Decision {
    KEEP_LOCAL(Choice.keepLocal(), MEMBERS),
    USE_SERVER(Choice.useServer(), OWNERS),
    ACCEPT_SUGGESTION(Choice.acceptSuggestion(), MEMBERS),
    MERGE(Choice.merge(new JsonObject(new TreeMap<>(Map.of("n", JsonNumber.of(5))))), "{\"n\":5}"),
    ONE_FIELD(Choice.field("/n", Side.SERVER), "{\"by\":\"max\",\"n\":2}"),
    FIELD_BY_FIELD(
        Choice.fields(Map.of("/n", Side.LOCAL, "/by", Side.SERVER)), "{\"by\":\"olivia\",\"n\":3}");

    private final Choice choice;
    private final String result;

    Decision(Choice choice, String result) {
      this.choice = choice;
      this.result = result;
    }
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void manual_decided_isTheStateOfBothAndOfTheServer(Decision decision) {
    ConflictView conflict = clash("invoice", "{\"by\":\"base\",\"n\":1}", OWNERS, MEMBERS);
    assertThat(conflict.conflict().type()).isEqualTo(ConflictType.VERSION);
    assertThat(conflict.conflict().baseData()).hasToString("{\"by\":\"base\",\"n\":1}");
    assertThat(conflict.conflict().serverData()).hasToString(OWNERS);
    assertThat(conflict.conflict().clientData()).hasToString(MEMBERS);
    assertThat(member.view("invoice", id).status()).isEqualTo(RecordStatus.CONFLICT);

    assertThat(member.client().conflicts().resolve(conflict.id(), decision.choice))
        .isInstanceOf(ResolveResult.Queued.class);
    assertThat(member.text("invoice", id)).as("at once, offline").isEqualTo(decision.result);
    member.sync();
    owner.sync();

    assertThat(team.onServer("invoice", id).at("data")).hasToString(decision.result);
    assertThat(member.text("invoice", id)).isEqualTo(decision.result);
    assertThat(owner.text("invoice", id)).isEqualTo(decision.result);
    assertThat(member.view("invoice", id).status()).isEqualTo(RecordStatus.SYNCED);
    assertThat(onServer(conflict)).isEqualTo("RESOLVED");
  }

  @Test
  void field_suggestionSettlesTheOthers_andIsTaken() {
    ConflictView view =
        clash(
            "note",
            NOTE,
            "{\"tags\":[\"x\",\"y\"],\"title\":\"Olivia's\",\"votes\":3}",
            "{\"tags\":[\"x\",\"z\"],\"title\":\"Max's\",\"votes\":2}");
    Conflict conflict = view.conflict();
    assertThat(conflict.type()).isEqualTo(ConflictType.FIELD);
    assertThat(conflict.suggested())
        .hasToString("{\"tags\":[\"x\",\"y\",\"z\"],\"title\":\"Max's\",\"votes\":4}");

    member.client().conflicts().resolve(view.id(), Choice.field("/title", Side.SERVER));
    member.sync();
    owner.sync();
    String merged = "{\"tags\":[\"x\",\"y\",\"z\"],\"title\":\"Olivia's\",\"votes\":4}";
    assertThat(team.onServer("note", id).at("data")).hasToString(merged);
    assertThat(owner.text("note", id)).isEqualTo(merged);
    assertThat(member.text("note", id)).isEqualTo(merged);
  }

  @Test
  void deletedThere_editedHere_keepLocal_bringsItBack() {
    ConflictView conflict = deletedByOwner();
    member.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    member.sync();
    owner.sync();

    assertThat(owner.text("invoice", id)).isEqualTo("{\"n\":3}");
    assertThat(team.onServer("invoice", id).at("data")).hasToString("{\"n\":3}");
  }

  @Test
  void deletedThere_editedHere_useServer_isGoneAndCanBeUndone() {
    ConflictView conflict = deletedByOwner();
    member.client().conflicts().resolve(conflict.id(), Choice.useServer());
    assertThat(member.of("invoice").get(id)).isEmpty();
    member.sync();
    assertThat(team.onServer("invoice", id).at("deleted").isTrue()).isTrue();

    undo("invoice");
    member.sync();
    owner.sync();
    assertThat(owner.text("invoice", id)).isEqualTo("{\"n\":3}");
  }

  @Test
  void editedThere_deletedHere_keepLocal_deletesForBoth() {
    ConflictView conflict = deletedByMember();
    assertThat(conflict.conflict().type()).isEqualTo(ConflictType.DELETE_EDIT);
    member.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    member.sync();
    owner.sync();

    assertThat(team.onServer("invoice", id).at("deleted").isTrue()).isTrue();
    assertThat(owner.of("invoice").get(id)).isEmpty();
    assertThat(onServer(conflict)).isEqualTo("RESOLVED");
  }

  @Test
  void editedThere_deletedHere_useServer_showsItAgain() {
    ConflictView conflict = deletedByMember();
    member.client().conflicts().resolve(conflict.id(), Choice.useServer());
    member.sync();

    assertThat(member.text("invoice", id)).isEqualTo("{\"n\":2}");
    assertThat(team.onServer("invoice", id).at("version").number()).isEqualTo(2);
  }

  @Test
  void decidedElsewhere_arrives_andWhatWasHereCanBeBroughtBack() {
    ConflictView conflict = clash("invoice", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    server.administrator().resolve(conflict.id(), "USE_SERVER", 2);
    member.sync();

    assertThat(member.client().conflicts().count()).isZero();
    assertThat(member.text("invoice", id)).isEqualTo("{\"n\":2}");
    Snapshot kept = member.client().undo().latest("invoice", id).orElseThrow();
    assertThat(kept.reason()).isEqualTo(SnapshotReason.RESOLVED_ELSEWHERE);
    undo("invoice");
    member.sync();
    assertThat(team.onServer("invoice", id).at("data")).hasToString("{\"n\":3}");
  }

  @Test
  void decision_onAServerSideThatHasMovedOn_comesBackAsAFreshConflict() {
    ConflictView conflict = clash("invoice", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
    owner.of("invoice").put(id, "{\"n\":4}");
    owner.sync();
    member.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    member.sync();

    ConflictView fresh = member.onlyConflict();
    assertThat(fresh.conflict().serverData()).hasToString("{\"n\":4}");
    assertThat(member.text("invoice", id)).isEqualTo("{\"n\":3}");
    member.client().conflicts().resolve(fresh.id(), Choice.keepLocal());
    member.sync();
    assertThat(team.onServer("invoice", id).at("data")).hasToString("{\"n\":3}");
  }

  @Test
  void serverWins_keepsASnapshot_andUndoBringsItBackForBoth() {
    owner.of("profile").put(id, "{\"n\":1}");
    owner.sync();
    member.sync();
    member.of("profile").put(id, "{\"n\":3}");
    owner.skip(Duration.ofSeconds(1));
    owner.of("profile").put(id, "{\"n\":2}");
    owner.sync();
    member.sync();
    assertThat(member.text("profile", id)).isEqualTo("{\"n\":2}");
    assertThat(member.client().undo().latest("profile", id).orElseThrow().reason())
        .isEqualTo(SnapshotReason.SERVER_WINS);

    undo("profile");
    member.sync();
    owner.sync();
    assertThat(team.onServer("profile", id).at("data")).hasToString("{\"n\":3}");
    assertThat(owner.text("profile", id)).isEqualTo("{\"n\":3}");
  }

  /** Both edit the same record; the member comes second. */
  private ConflictView clash(String type, String base, String owners, String members) {
    begin(type, base);
    owner.of(type).put(id, owners);
    owner.sync();
    member.of(type).put(id, members);
    member.sync();
    return member.onlyConflict();
  }

  private ConflictView deletedByOwner() {
    begin("invoice", "{\"n\":1}");
    owner.of("invoice").delete(id);
    owner.sync();
    member.of("invoice").put(id, "{\"n\":3}");
    member.sync();
    ConflictView conflict = member.onlyConflict();
    assertThat(conflict.conflict().type()).isEqualTo(ConflictType.DELETE_EDIT);
    assertThat(conflict.conflict().serverData()).isNull();
    return conflict;
  }

  private ConflictView deletedByMember() {
    begin("invoice", "{\"n\":1}");
    owner.of("invoice").put(id, "{\"n\":2}");
    owner.sync();
    member.of("invoice").delete(id);
    member.sync();
    return member.onlyConflict();
  }

  private void begin(String type, String base) {
    owner.of(type).put(id, base);
    owner.sync();
    member.sync();
  }

  private void undo(String type) {
    Snapshot kept = member.client().undo().latest(type, id).orElseThrow();
    RestoreResult result = member.client().undo().restore(kept.id());
    assertThat(result).isInstanceOf(RestoreResult.Restored.class);
    assertThat(member.text(type, id)).isEqualTo(Objects.requireNonNull(kept.data()).text());
  }

  private String onServer(ConflictView conflict) {
    return server.text("select status from conflict where conflict_id = ?", conflict.id());
  }
}
