package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.delete;
import static org.tidemark.core.decide.Given.doc;
import static org.tidemark.core.decide.Given.json;
import static org.tidemark.core.decide.Given.object;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;

/** What a conflict tells the person who must decide. */
class ConflictTest {

  private static Conflict conflict(Given given) {
    Verdict verdict = given.verdict();
    if (verdict instanceof Verdict.Conflicted conflicted) {
      return conflicted.conflict();
    }
    throw new AssertionError("no conflict but " + verdict);
  }

  private static Given invoice() {
    return push("{'amount':110,'note':'x','paid':true,'tax':1}")
        .onto(state(3, 100, "{'amount':120,'note':'y','paid':false,'tax':1}"))
        .baseVersion(1)
        .base("{'amount':100,'note':'x','paid':false,'tax':1}")
        .policy(MANUAL)
        .when(200);
  }

  @Test
  void conflict_holdsBothSidesBaseVersionsAndTimes() {
    Conflict conflict = conflict(invoice());

    assertThat(conflict.type()).isEqualTo(ConflictType.VERSION);
    assertThat(conflict.serverData())
        .isEqualTo(doc("{'amount':120,'note':'y','paid':false,'tax':1}"));
    assertThat(conflict.clientData())
        .isEqualTo(doc("{'amount':110,'note':'x','paid':true,'tax':1}"));
    assertThat(conflict.baseData())
        .isEqualTo(doc("{'amount':100,'note':'x','paid':false,'tax':1}"));
    assertThat(conflict.serverVersion()).isEqualTo(3);
    assertThat(conflict.localVersion()).isEqualTo(1);
    assertThat(conflict.serverUpdatedAt()).isEqualTo(at(100));
    assertThat(conflict.clientUpdatedAt()).isEqualTo(at(200));
    assertThat(conflict.clientEffectiveAt()).isEqualTo(at(200));
    assertThat(conflict.explanation()).contains("9/MANUAL/other-data", "task", "MANUAL");
  }

  @Test
  void fields_areTheChangedOnesOnly() {
    assertThat(conflict(invoice()).fields())
        .extracting(
            FieldConflict::path,
            FieldConflict::base,
            FieldConflict::server,
            FieldConflict::client,
            FieldConflict::suggested,
            FieldConflict::settled)
        .containsExactly(
            tuple("/amount", json("100"), json("120"), json("110"), json("110"), false),
            tuple("/note", json("'x'"), json("'y'"), json("'x'"), json("'y'"), true),
            tuple("/paid", json("false"), json("false"), json("true"), json("true"), true));
  }

  @Test
  void suggested_unsettledFields_takeTheNewerSide() {
    assertThat(conflict(invoice()).suggested())
        .isEqualTo(doc("{'amount':110,'note':'y','paid':true,'tax':1}"));
    assertThat(conflict(invoice().when(50)).suggested())
        .isEqualTo(doc("{'amount':120,'note':'y','paid':true,'tax':1}"));
  }

  @Test
  void suggested_atEqualTimes_takesTheServersSide() {
    assertThat(conflict(invoice().when(100)).suggested())
        .isEqualTo(doc("{'amount':120,'note':'y','paid':true,'tax':1}"));
  }

  @Test
  void suggested_followsThePolicysRules() {
    MergePolicy summing = with(MANUAL, "/amount", FieldRule.SUM);

    assertThat(conflict(invoice().policy(summing)).suggested())
        .isEqualTo(doc("{'amount':130,'note':'y','paid':true,'tax':1}"));
  }

  @Test
  void suggested_underServerMerge_mergesTheRest() {
    Given given =
        push("{'l':[1,3],'n':2,'t':'x'}")
            .onto(state(2, 100, "{'l':[1,2],'n':3,'t':'y'}"))
            .baseVersion(1)
            .base("{'l':[1],'n':1,'t':''}")
            .policy(with(MERGE, "/t", FieldRule.MANUAL))
            .when(200);
    Conflict conflict = conflict(given);

    assertThat(conflict.type()).isEqualTo(ConflictType.FIELD);
    assertThat(conflict.suggested()).isEqualTo(doc("{'l':[1,2,3],'n':4,'t':'x'}"));
    assertThat(conflict.explanation()).contains("/t", "both sides changed it");
    assertThat(conflict.fields()).filteredOn(field -> !field.settled()).hasSize(1);
  }

  @Test
  void suggested_lastWriteWinsAtEqualTime_mergesWhatOneSideChanged() {
    Given given =
        push("{'a':1,'b':0,'c':1}")
            .onto(state(2, 100, "{'a':0,'b':2,'c':2}"))
            .baseVersion(1)
            .base("{'a':0,'b':0,'c':0}")
            .policy(LWW)
            .when(100);

    assertThat(conflict(given).suggested()).isEqualTo(doc("{'a':1,'b':2,'c':2}"));
  }

  @Test
  void suggested_withoutBase_takesTheNewerSideOfEveryField() {
    Given given =
        push("{'a':1,'b':0}")
            .onto(state(2, 100, "{'a':0,'c':2}"))
            .baseVersion(5)
            .base(BaseState.UNKNOWN)
            .when(200);
    Conflict conflict = conflict(given);

    assertThat(conflict.type()).isEqualTo(ConflictType.VERSION);
    assertThat(conflict.baseData()).isNull();
    assertThat(conflict.suggested()).isEqualTo(doc("{'a':1,'b':0}"));
    assertThat(conflict.fields()).extracting(FieldConflict::path).containsExactly("/a", "/b", "/c");
  }

  @Test
  void suggested_deleteAgainstEdit_isTheNewerSide() {
    Given deletion =
        delete().onto(state(2, 100, "{'a':2,'b':1}")).baseVersion(1).base("{'a':0}").policy(MERGE);

    assertThat(conflict(deletion.when(101)).suggested()).isNull();
    assertThat(conflict(deletion.when(100)).suggested()).isEqualTo(doc("{'a':2,'b':1}"));
    assertThat(conflict(deletion.when(99)).suggested()).isEqualTo(doc("{'a':2,'b':1}"));
    assertThat(conflict(deletion).fields())
        .extracting(FieldConflict::path, FieldConflict::base, FieldConflict::client)
        .containsExactly(tuple("/a", json("0"), null), tuple("/b", null, null));
  }

  @Test
  void suggested_deletedAgainstWhatNobodyEdited_isTheDeletion() {
    Given given =
        push("{'a':0}").onto(state(2, 100, null)).baseVersion(1).base("{'a':0}").policy(MERGE);

    assertThat(conflict(given.when(500)).suggested()).isNull();
  }

  @Test
  void base_serversCopyWinsOverTheSentOne() {
    Given given = invoice().sentBase("{'amount':1}");

    assertThat(conflict(given).baseData())
        .isEqualTo(doc("{'amount':100,'note':'x','paid':false,'tax':1}"));
    assertThat(conflict(given.base(BaseState.UNKNOWN)).baseData()).isEqualTo(doc("{'amount':1}"));
  }

  @Test
  void payload_readsBackAsTheConflict() throws Exception {
    for (Given given :
        List.of(
            invoice(),
            invoice().policy(with(MERGE, "/amount", FieldRule.MANUAL)),
            invoice().policy(BY_FIELD).when(100),
            delete().onto(state(2, 1, "{'a':null}")).baseVersion(1).base("{}").policy(MERGE),
            push("{'a':null}").onto(state(2, 1, null)).policy(MERGE),
            delete().onto(state(2, 0, null)).baseVersion(1))) {
      Conflict conflict = conflict(given);
      String text = ConflictPayloads.toJson(conflict, "c-1").canonicalText();

      assertThat(ConflictPayloads.fromJson(JsonReader.readStored(text))).isEqualTo(conflict);
    }
  }

  @Test
  void payload_hasTheNamesThatClientsKnow() {
    Given given =
        push("{'a':1,'n':null}")
            .onto(state(2, 100, "{'a':2}"))
            .baseVersion(1)
            .base("{'a':0}")
            .policy(MANUAL)
            .when(100);

    assertThat(ConflictPayloads.toJson(conflict(given), "c-1").without("explanation"))
        .isEqualTo(
            object(
                "{'conflictId':'c-1','conflictType':'VERSION',"
                    + "'serverData':{'a':2},'clientData':{'a':1,'n':null},'baseData':{'a':0},"
                    + "'serverVersion':2,'localVersion':1,"
                    + "'serverUpdatedAt':'2026-03-01T12:00:00.100Z',"
                    + "'clientUpdatedAt':'2026-03-01T12:00:00.100Z',"
                    + "'clientEffectiveAt':'2026-03-01T12:00:00.100Z',"
                    + "'fields':["
                    + "{'path':'/a','base':0,'server':2,'client':1,'suggested':2,'settled':false},"
                    + "{'path':'/n','client':null,'suggested':null,'settled':true}],"
                    + "'resolutionSuggested':{'a':2,'n':null}}"));
  }

  @Test
  void nullAndAbsent_areDifferentInAField() {
    Given given =
        push("{'a':null}").onto(state(2, 100, "{}")).baseVersion(1).base("{'a':1}").policy(MANUAL);
    FieldConflict field = conflict(given).fields().get(0);
    @Nullable Object server = field.server();

    assertThat(field.client()).isEqualTo(JsonNull.INSTANCE);
    assertThat(server).isNull();
    assertThat(field.settled()).isFalse();
  }
}
