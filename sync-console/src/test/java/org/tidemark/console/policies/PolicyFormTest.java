package org.tidemark.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyProblem;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.EntityType;

class PolicyFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entityType\":\"a\",\"strategy\":\"MANUAL\"}",
        "{\"entityType\":\"a\",\"strategy\":\"LAST_WRITE_WINS\",\"granularity\":\"FIELD\"}",
        "{\"entityType\":\"a\",\"strategy\":\"LAST_WRITE_WINS\",\"onDelete\":\"EDIT_WINS\"}",
        "{\"entityType\":\"a\",\"strategy\":\"SERVER_MERGE\",\"rules\":{\"/x/*/y~1z\":\"SUM\",\"/l\":\"UNION\"},"
            + "\"identityKey\":\"key\",\"maxBytes\":77,\"schema\":{\"type\":\"object\"}}"
      })
  void policy_thatNobodyTouched_staysWhatItWas(String definition) throws Exception {
    MergePolicy policy = policy((JsonObject) JsonReader.read(definition));
    assertThat(policy(new PolicyForm(policy).draft().json())).isEqualTo(policy);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void eachWay_isAPolicyOfItsOwn(Way way) throws Exception {
    PolicyForm form = form();
    form.setWay(way);
    assertThat(Way.of(policy(form.draft().json()))).isEqualTo(way);
  }

  @Test
  void rowWithoutAField_isLeftOut_andOneWithSpacesAround_isTaken() throws Exception {
    PolicyForm form = form();
    form.addRule();
    form.addRule();
    form.getRules().get(1).setPointer(" /votes ");
    form.getRules().get(1).setRule(FieldRule.MAX);
    assertThat(policy(form.draft().json()).rules()).containsOnlyKeys("/votes");
  }

  @Test
  void twoRulesOfOneField_areToldAtTheField() {
    PolicyForm form = form();
    form.addRule();
    form.addRule();
    form.getRules().forEach(row -> row.setPointer("/votes"));
    assertThat(form.draft().unreadable())
        .containsExactly(PolicyProblem.of("/rules/~1votes", DraftMistake.TWICE));
  }

  @Test
  void schemaThatIsNoJson_isToldThere_andHidesNothingElse() {
    PolicyForm form = form();
    form.setSchema("{\n \"type\": }");
    form.setMaxBytes("much");
    Draft draft = form.draft();
    assertThat(draft.unreadable()).extracting(PolicyProblem::place).containsExactly("/schema");
    assertThat(draft.unreadable().get(0).mistake().english()).contains("line 2");
    assertThat(draft.json().get("maxBytes")).isEqualTo(new JsonString("much"));
  }

  @Test
  void sizeThatIsNoNumber_isTheChecksToTell() throws Exception {
    PolicyForm form = form();
    form.setMaxBytes("much");
    assertThat(PolicyReader.read(form.draft().json())).isInstanceOf(PolicyReading.Invalid.class);
  }

  private static PolicyForm form() {
    return new PolicyForm(MergePolicy.defaultFor(new EntityType("bill")));
  }

  private static MergePolicy policy(JsonObject definition) {
    assertThat(PolicyReader.read(definition)).isInstanceOf(PolicyReading.Valid.class);
    return Definition.read(definition);
  }
}
