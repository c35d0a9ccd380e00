package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.client.fixture.Keys.json;
import static org.tidemark.client.fixture.Keys.note;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.resolve.Resolution;

/** Conflicts: kept with both sides, and decided in each way, now or later. */
class ConflictsTest {

  private Clash clash;
  private TestServer server;
  private Device phone;
  private Device laptop;

  @BeforeEach
  void open(@TempDir Path folder) {
    clash = new Clash(folder);
    server = clash.server;
    phone = clash.phone;
    laptop = clash.laptop;
  }

  @AfterEach
  void close() {
    clash.close();
  }

  private ConflictView clash() {
    return clash.make();
  }

  @Test
  void conflict_isKeptWithBothSides_andTheRecordStaysUsable() {
    ConflictView conflict = clash();

    assertThat(conflict.conflict().serverData()).hasToString("{\"a\":2,\"b\":1}");
    assertThat(conflict.conflict().clientData()).hasToString("{\"a\":3,\"b\":7}");
    assertThat(conflict.conflict().baseData()).hasToString("{\"a\":1,\"b\":1}");
    assertThat(conflict.conflict().fields()).hasSize(2);
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.CONFLICT);
    assertThat(phone.text("n1")).isEqualTo("{\"a\":3,\"b\":7}");
    assertThat(phone.client().outbox().count()).isZero();
    phone.restart();
    assertThat(phone.onlyConflict()).isEqualTo(conflict);
  }

  @Test
  void keepLocal_offline_countsAtOnce_andTravels() {
    ConflictView conflict = clash();
    ResolveResult result = phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());

    assertThat(result).isInstanceOf(ResolveResult.Queued.class);
    assertThat(phone.client().conflicts().count()).isZero();
    phone.sync();
    laptop.sync();
    assertThat(clash.onServer()).isEqualTo("{\"a\":3,\"b\":7}");
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":3,\"b\":7}");
    assertThat(server.openConflicts()).isZero();
    assertThat(phone.wire.resolves.get(0).resolution()).isEqualTo(Resolution.KEEP_CLIENT);
    assertThat(phone.note("n1").orElseThrow().status()).isEqualTo(RecordStatus.SYNCED);
  }

  @Test
  void useServer_takesItsSide_andKeepsASnapshot() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.useServer());

    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(phone.client().undo().latest(note("n1")).orElseThrow().data())
        .hasToString("{\"a\":3,\"b\":7}");
    phone.sync();
    assertThat(server.versions(note("n1"))).isEqualTo(2);
    assertThat(server.openConflicts()).isZero();
  }

  private List<String> kept() {
    return phone.client().undo().list(note("n1")).stream()
        .map(each -> each.reason() + " " + each.data())
        .toList();
  }

  @Test
  void keepLocal_keepsTheServersSide_andCanBeTakenBack() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    assertThat(kept()).containsExactly("RESOLVED_SERVER_SIDE {\"a\":2,\"b\":1}");

    phone.client().undo().restore(phone.client().undo().latest(note("n1")).orElseThrow().id());
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
    phone.sync();
    laptop.sync();
    assertThat(laptop.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(server.openConflicts()).isZero();
  }

  @Test
  void keepLocal_takenBackAfterItWasSent_isAnEdit() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.sync();
    phone.client().undo().restore(phone.client().undo().latest(note("n1")).orElseThrow().id());
    phone.sync();
    assertThat(clash.onServer()).isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void merge_keepsBothSides_theOwnOneLast() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.merge(json("{\"a\":5}")));
    assertThat(kept())
        .containsExactly("RESOLVED {\"a\":3,\"b\":7}", "RESOLVED_SERVER_SIDE {\"a\":2,\"b\":1}");
  }

  @Test
  void merge_fieldByField_andSuggestion() {
    ConflictView conflict = clash();
    phone
        .client()
        .conflicts()
        .resolve(conflict.id(), Choice.fields(Map.of("/a", Side.SERVER, "/b", Side.LOCAL)));
    phone.sync();

    assertThat(clash.onServer()).isEqualTo("{\"a\":2,\"b\":7}");
    assertThat(phone.text("n1")).isEqualTo("{\"a\":2,\"b\":7}");
  }

  @Test
  void merge_fieldByField_withAValueOfAPersonsOwn() {
    ConflictView conflict = clash();
    phone
        .client()
        .conflicts()
        .resolve(
            conflict.id(),
            Choice.fields(Map.of("/b", Side.SERVER), Map.of("/a", JsonNumber.of(9))));
    phone.sync();

    assertThat(clash.onServer()).isEqualTo("{\"a\":9,\"b\":1}");
  }

  @Test
  void acceptSuggestion_inBulk() {
    ConflictView conflict = clash();
    Map<String, ResolveResult> results =
        phone
            .client()
            .conflicts()
            .resolveAll(List.of(conflict.id(), "nonsense"), Choice.acceptSuggestion());
    phone.sync();

    assertThat(results.get("nonsense")).isInstanceOf(ResolveResult.Unknown.class);
    assertThat(clash.onServer())
        .isEqualTo(Objects.requireNonNull(conflict.conflict().suggested()).text());
  }

  @Test
  void editsAfterAnOfflineDecision_nameIt_andFollow() {
    ConflictView conflict = clash();
    phone.client().conflicts().resolve(conflict.id(), Choice.merge(json("{\"a\":5}")));
    phone.notes().put("n1", "{\"a\":6}");
    phone.sync();

    assertThat(phone.wire.resolves).hasSize(1);
    assertThat(phone.wire.pushes.get(phone.wire.pushes.size() - 1).mutations().get(0).previous())
        .isEqualTo(phone.wire.resolves.get(0).mutationId());
    assertThat(clash.onServer()).isEqualTo("{\"a\":6}");
    assertThat(server.versions(note("n1"))).isEqualTo(4);
    assertThat(phone.client().conflicts().count()).isZero();
  }

  @Test
  void deletedHere_editedThere_keepingTheDeletionDeletes() {
    phone.notes().put("n1", "{\"a\":1}");
    phone.sync();
    laptop.sync();
    laptop.notes().put("n1", "{\"a\":2}");
    laptop.sync();
    phone.notes().delete("n1");
    phone.sync();
    phone.client().conflicts().resolve(phone.onlyConflict().id(), Choice.keepLocal());
    phone.sync();

    assertThat(Objects.requireNonNull(server.state(note("n1"))).deleted()).isTrue();
    assertThat(phone.note("n1")).isEmpty();
  }

  @Test
  void conflictThenDeletion_keepingTheDeletion_usesTheServersSideAndDeletesIt() {
    ConflictView conflict = clash();
    phone.notes().delete("n1");
    phone.client().conflicts().resolve(conflict.id(), Choice.keepLocal());
    phone.sync();

    assertThat(Objects.requireNonNull(server.state(note("n1"))).deleted()).isTrue();
    assertThat(server.openConflicts()).isZero();
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void fieldWithinAList_isRefused_andTheListStays() {
    phone.notes().put("n1", "{\"a\":[1,2]}");
    phone.sync();
    laptop.sync();
    laptop.notes().put("n1", "{\"a\":[1,2,3]}");
    laptop.sync();
    phone.notes().put("n1", "{\"a\":[0,2]}");
    phone.sync();
    String conflict = phone.onlyConflict().id();
    for (String pointer : List.of("/a/0", "/a/x/y", "")) {
      Choice choice = Choice.fields(Map.of(), Map.of(pointer, JsonNumber.of(9)));
      assertThatThrownBy(() -> phone.client().conflicts().resolve(conflict, choice))
          .isInstanceOf(ClientException.class);
    }

    assertThat(phone.text("n1")).isEqualTo("{\"a\":[0,2]}");
    assertThat(phone.onlyConflict().id()).isEqualTo(conflict);
  }

  @Test
  void decision_thatCouldNotBeReadAgain_isRefused_andTheConflictStays() {
    ConflictView conflict = clash();
    JsonNumber sum = new JsonNumber(new BigDecimal("1e600").add(BigDecimal.ONE));
    for (Choice choice :
        List.of(
            Choice.merge(JsonObject.EMPTY.with("a", sum)),
            Choice.fields(Map.of(), Map.of("/a", sum)),
            Choice.fields(Map.of(), Map.of("/a".repeat(100), JsonNumber.of(1))),
            Choice.fields(Map.of("a", Side.LOCAL), Map.of()),
            Choice.fields(Map.of("/~", Side.LOCAL), Map.of()))) {
      assertThatThrownBy(() -> phone.client().conflicts().resolve(conflict.id(), choice))
          .as(String.valueOf(choice))
          .isInstanceOf(ClientException.class);
    }
    phone.restart();
    assertThat(phone.onlyConflict()).isEqualTo(conflict);
    assertThat(phone.client().outbox().count()).isZero();
  }
}
