package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;
import static org.tidemark.client.fixture.Keys.note;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.decide.PolicyTrial;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.FieldTimes;

/** What a side as a whole drops of fields that rules have settled, as the core describes them. */
class ConflictViewTest {

  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant EARLIER = BEFORE.plusSeconds(60);
  private static final Instant LATER = EARLIER.plusSeconds(60);

  /** The texts clash, so a person must decide; the other fields have rules. */
  private static final MergePolicy NOTES =
      with(
          Map.of(
              "/text", FieldRule.MANUAL,
              "/votes", FieldRule.SUM,
              "/most", FieldRule.MAX,
              "/tags", FieldRule.UNION,
              "/seen", FieldRule.LAST_WRITE_WINS,
              "/theirs", FieldRule.SERVER,
              "/ours", FieldRule.CLIENT,
              "/place", FieldRule.OBJECT));

  private static MergePolicy with(Map<String, FieldRule> rules) {
    MergePolicy bare =
        MergePolicy.of(new EntityType("note"), MergeStrategy.SERVER_MERGE, Granularity.FIELD);
    return new MergePolicy(
        bare.type(),
        bare.version(),
        bare.strategy(),
        bare.granularity(),
        bare.onDelete(),
        bare.identityKey(),
        new TreeMap<>(rules),
        null,
        bare.maxBytes());
  }

  private static ConflictView view(
      BaseState base,
      @Nullable JsonObject server,
      @Nullable JsonObject local,
      Instant serverAt,
      Instant localAt) {
    Verdict verdict = PolicyTrial.decide(NOTES, base, server, local, serverAt, localAt);
    return new ConflictView(
        "conflict-1",
        note("n1"),
        ConflictState.OPEN,
        LATER,
        ((Verdict.Conflicted) verdict).conflict());
  }

  /** One member beside the clashing texts, as 'name':value; none: the side does not have it. */
  private static JsonObject side(String text, @Nullable String member) {
    String more = member == null ? "" : "," + member.replace('\'', '"');
    return json("{\"text\":\"" + text + "\"" + more + "}");
  }

  private static BaseState base(@Nullable String member) {
    return new BaseState.Known(Document.of(side("one", member)));
  }

  /** Each case: the rule, base, server and local; then what keeping and using would drop. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "there alone   |'a':1          |'a':2            |'a':1            |/a          |-",
        "here alone    |'a':1          |'a':1            |'a':2            |-           |/a",
        "both alike    |'a':'one'      |'a':'two'        |'a':'two'        |-           |-",
        "neither       |'a':1          |'a':1            |'a':1            |-           |-",
        "added there   |-              |'a':1            |-                |/a          |-",
        "added here    |-              |-                |'a':1            |-           |/a",
        "removed there |'a':1          |-                |'a':1            |/a          |-",
        "removed here  |'a':1          |'a':1            |-                |-           |/a",
        "null there    |'a':1          |'a':null         |'a':1            |/a          |-",
        "null is a value|-             |'a':null         |-                |/a          |-",
        "summed        |'votes':1      |'votes':3        |'votes':4        |/votes      |/votes",
        "united        |'tags':['a']   |'tags':['a','b'] |'tags':['a','c'] |/tags       |/tags",
        "the later one |'seen':1       |'seen':2         |'seen':3         |-           |/seen",
        "the server's  |'theirs':1     |'theirs':2       |'theirs':3       |/theirs     |-",
        "the client's  |'ours':1       |'ours':2         |'ours':3         |-           |/ours",
        "inside, there |'place':{'a':1,'b':1}|'place':{'a':2,'b':1}|'place':{'a':1,'b':1}|/place/a|-",
        "inside, both  |'place':{'a':1,'b':1}|'place':{'a':2,'b':1}|'place':{'a':1,'b':2}|/place/a|/place/b",
        "inside, gone  |'place':{'a':1,'b':1}|'place':{'b':1}|'place':{'a':1,'b':1}|/place/a|-",
        "inside, odd name|'place':{'a/b':1}|'place':{'a/b':2}|'place':{'a/b':1}|/place/a~1b|-",
      })
  void sideAsAWhole_dropsWhatTheMergeKeepsOfTheOther(
      String name,
      @Nullable String base,
      @Nullable String server,
      @Nullable String local,
      @Nullable String keepDrops,
      @Nullable String useDrops) {
    ConflictView view = view(base(base), side("two", server), side("three", local), EARLIER, LATER);

    assertThat(String.join(",", view.keepLocalDrops()))
        .isEqualTo(keepDrops == null ? "" : keepDrops);
    assertThat(String.join(",", view.useServerDrops())).isEqualTo(useDrops == null ? "" : useDrops);
  }

  @Test
  void theFieldThatClashes_isNotDropped_sinceItIsWhatIsDecided() {
    ConflictView view = view(base(null), side("two", null), side("three", null), EARLIER, LATER);

    assertThat(view.conflict().fields()).hasSize(1);
    assertThat(view.keepLocalDrops()).isEmpty();
    assertThat(view.useServerDrops()).isEmpty();
  }

  @Test
  void aDeletedSide_dropsNothingThatWasSettled() {
    ConflictView there = view(base("'a':1"), null, side("two", "'a':2"), EARLIER, LATER);
    ConflictView here = view(base("'a':1"), side("two", "'a':2"), null, EARLIER, LATER);

    for (ConflictView view : new ConflictView[] {there, here}) {
      assertThat(view.conflict().fields()).hasSize(2);
      assertThat(view.keepLocalDrops()).isEmpty();
      assertThat(view.useServerDrops()).isEmpty();
    }
  }

  @Test
  void whatTheServerChangedAndChangedBack_isItsWork_andDropped() {
    BaseState known =
        new BaseState.Known(
            Document.of(side("one", "'seen':1,'most':5")), FieldTimes.uniform(BEFORE));
    ConflictView view =
        view(
            known,
            side("two", "'seen':1,'most':5"),
            side("three", "'seen':2,'most':4"),
            LATER,
            EARLIER);

    assertThat(view.keepLocalDrops()).containsExactly("/most", "/seen");
    assertThat(view.useServerDrops()).isEmpty();
  }

  @Test
  void whatTheServerDoesNotHave_whereNobodyKnowsTheBase_isDroppedToo() {
    ConflictView view =
        view(BaseState.UNKNOWN, side("two", null), side("three", "'seen':2"), LATER, EARLIER);

    assertThat(view.keepLocalDrops()).containsExactly("/seen");
    assertThat(view.useServerDrops()).isEmpty();
  }
}
