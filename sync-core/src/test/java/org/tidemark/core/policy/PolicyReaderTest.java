package org.tidemark.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.TYPE;
import static org.tidemark.core.decide.Given.object;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as JSON: defaults, what is refused and where, and that they print as they read. */
class PolicyReaderTest {

  private static MergePolicy policy(String text) {
    PolicyReading reading = PolicyReader.read(object(text));
    if (reading instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw new AssertionError(reading.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "LAST_WRITE_WINS, NEWEST",
    "SERVER_MERGE, MANUAL",
    "MANUAL, MANUAL",
  })
  void read_strategyAlone_hasDefaults(MergeStrategy strategy, OnDelete onDelete) {
    MergePolicy policy = policy("{'entityType':'task','strategy':'" + strategy + "'}");

    assertThat(policy).isEqualTo(MergePolicy.of(TYPE, strategy, Granularity.RECORD));
    assertThat(policy.onDelete()).isEqualTo(onDelete);
    assertThat(policy.identityKey()).isEqualTo("id");
    assertThat(policy.maxBytes()).isEqualTo(1_048_576);
  }

  @Test
  void defaultFor_anyType_isLastWriteWinsByRecord() {
    MergePolicy policy = MergePolicy.defaultFor(TYPE);

    assertThat(policy.strategy()).isEqualTo(MergeStrategy.LAST_WRITE_WINS);
    assertThat(policy.granularity()).isEqualTo(Granularity.RECORD);
    assertThat(policy.maintainsFieldTimes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'entityType':'profile','strategy':'LAST_WRITE_WINS'}",
        "{'entityType':'task','strategy':'LAST_WRITE_WINS','granularity':'FIELD','version':3}",
        "{'entityType':'note','strategy':'SERVER_MERGE','onDelete':'EDIT_WINS','rules':"
            + "{'/title':'MANUAL','/items/*/qty':'SUM','/a':'OBJECT','/a/b':'MAX'}}",
        "{'entityType':'invoice','strategy':'MANUAL','maxBytes':5000,'identityKey':'key',"
            + "'schema':{'type':'object'}}"
      })
  void print_policy_readsBack(String text) {
    MergePolicy policy = policy(text);

    assertThat(PolicyReader.read(PolicyPrinter.print(policy)))
        .isEqualTo(new PolicyReading.Valid(policy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'strategy':'MANUAL' | /entityType | is required",
        "'entityType':5,'strategy':'MANUAL' | /entityType | text",
        "'entityType':'no type','strategy':'MANUAL' | /entityType | letters",
        "'entityType':'t' | /strategy | is required",
        "'entityType':'t','strategy':'BEST' | /strategy | LAST_WRITE_WINS, SERVER_MERGE, MANUAL",
        "'entityType':'t','strategy':'MANUAL','granularity':'X' | /granularity | RECORD, FIELD",
        "'entityType':'t','strategy':'MANUAL','granularity':'FIELD' | /granularity | only with",
        "'entityType':'t','strategy':'MANUAL','onDelete':'X' | /onDelete | NEWEST",
        "'entityType':'t','strategy':'MANUAL','identityKey':'' | /identityKey | empty",
        "'entityType':'t','strategy':'MANUAL','identityKey':1 | /identityKey | text",
        "'entityType':'t','strategy':'MANUAL','rules':[] | /rules | object",
        "'entityType':'t','strategy':'MANUAL','rules':{'a':'SUM'} | /rules/a | pointer",
        "'entityType':'t','strategy':'MANUAL','rules':{'':'SUM'} | /rules/ | pointer of a field",
        "'entityType':'t','strategy':'MANUAL','rules':{'/a':'ADD'} | /rules/~1a | APPEND, UNION",
        "'entityType':'t','strategy':'MANUAL','rules':{'/a':'SUM','/a/b':'MAX'} "
            + "| /rules/~1a~1b | never used, because /a",
        "'entityType':'t','strategy':'MANUAL','schema':true | /schema | object",
        "'entityType':'t','strategy':'MANUAL','version':-1 | /version | from 0",
        "'entityType':'t','strategy':'MANUAL','version':1.5 | /version | whole",
        "'entityType':'t','strategy':'MANUAL','maxBytes':1 | /maxBytes | from 2",
        "'entityType':'t','strategy':'MANUAL','maxBytes':1e300 | /maxBytes | whole",
        "'entityType':'t','strategy':'MANUAL','extra':1 | /extra | not known"
      })
  void read_badPolicy_namesThePlace(String members, String place, String words) {
    PolicyReading reading = PolicyReader.read(object("{" + members.replace('"', '\'') + "}"));

    assertThat(reading)
        .isInstanceOfSatisfying(
            PolicyReading.Invalid.class,
            invalid -> {
              assertThat(invalid.problems()).hasSize(1);
              assertThat(invalid.problems().get(0).place()).isEqualTo(place);
              assertThat(invalid.problems().get(0).mistake().english()).contains(words);
            });
  }

  @Test
  void read_severalProblems_areAllListed() {
    assertThat(PolicyReader.read(object("{'x':1,'strategy':2,'maxBytes':null,'rules':{'a':1}}")))
        .isInstanceOfSatisfying(
            PolicyReading.Invalid.class, invalid -> assertThat(invalid.problems()).hasSize(5));
  }
}
