package org.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tidemark.client.transport.ItemAnswer;

/** Edits that build on unanswered ones, repeats, reused ids, and batches. */
final class ChainCases {
  private ChainCases() {}

  static List<ContractCase> all() {
    return List.of(
        new ContractCase("push_again_givesTheSameAnswer", ChainCases::again),
        new ContractCase("push_idOfAnotherContent_isRejected", ChainCases::reused),
        new ContractCase("push_rejectedAgain_givesTheSameRejection", ChainCases::rejectedAgain),
        new ContractCase("push_afterApplied_isDirectSuccessor", ChainCases::afterApplied),
        new ContractCase("push_afterMerged_countsOnlyWhatIsNew", ChainCases::afterMerged),
        new ContractCase(
            "push_afterServerWins_hasTheLosingSideAsBase", ChainCases::afterServerWins),
        new ContractCase("push_afterConflict_keepsTheBase", ChainCases::afterConflict),
        new ContractCase("push_afterRejected_keepsTheBase", ChainCases::afterRejected),
        new ContractCase("push_afterUnknown_hasTheNamedVersion", ChainCases::afterUnknown),
        new ContractCase("push_afterAnotherRecordsEdit_hasTheNamedVersion", ChainCases::afterOther),
        new ContractCase("push_twoOfARecordInABatch_areAChain", ChainCases::batchChain),
        new ContractCase("push_sameMutationTwiceInABatch_isDoneOnce", ChainCases::twiceInBatch),
        new ContractCase("push_copyBetweenEditsOfABatch_isNotBuiltOn", ChainCases::copyBetween),
        new ContractCase("push_mixedBatch_answersEachOnItsOwn", ChainCases::mixed));
  }

  private static void again(Play p) {
    PlayDevice ana = p.device("ana");
    Edit edit = p.put("counter", "r", "{\"count\":1}");
    ItemAnswer first = ana.push(edit);
    p.device("ben").push(p.put("counter", "r", "{\"count\":5}").on(1));
    ItemAnswer second = ana.push(edit);
    assertThat(second.version()).isEqualTo(first.version());
    p.expect(second, "APPLIED", 1, "{\"count\":1}");
  }

  private static void reused(Play p) {
    PlayDevice ana = p.device("ana");
    Edit edit = p.put("counter", "r", "{\"count\":1}");
    ana.push(edit);
    p.expectRefused(ana.push(edit.with("{\"count\":2}")), "MUTATION_ID_REUSED");
    p.expectRefused(ana.push(edit.at(1)), "MUTATION_ID_REUSED");
    p.expect(ana.push(edit), "APPLIED", 1, "{\"count\":1}");
  }

  private static void rejectedAgain(Play p) {
    PlayDevice ana = p.device("ana");
    Edit early = p.put("counter", "r", "{\"count\":1}").on(4);
    p.expectRefused(ana.push(early), "RECORD_UNKNOWN");
    p.device("ben").push(p.put("counter", "r", "{\"count\":5}"));
    p.expectRefused(ana.push(early), "RECORD_UNKNOWN");
  }

  private static void afterApplied(Play p) {
    PlayDevice ana = p.device("ana");
    Edit first = p.put("invoice", "r", "{\"n\":1}");
    ana.push(first);
    p.expect(
        ana.push(p.put("invoice", "r", "{\"n\":2}").after(first).at(-9)),
        "APPLIED",
        2,
        "{\"n\":2}");
  }

  private static void afterMerged(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("counter", "r", "{\"count\":10}").at(-100));
    ana.push(p.put("counter", "r", "{\"count\":20}").on(1));
    Edit first = p.put("counter", "r", "{\"count\":11}").on(1);
    p.expect(ben.push(first), "MERGED", 3, "{\"count\":21}");
    p.expect(
        ben.push(p.put("counter", "r", "{\"count\":13}").on(1).after(first)),
        "MERGED",
        4,
        "{\"count\":23}");
  }

  private static void afterServerWins(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("task", "r", "{\"a\":1,\"b\":1}").at(-100));
    ana.push(p.put("task", "r", "{\"a\":2,\"b\":1}").on(1));
    Edit lost = p.put("task", "r", "{\"a\":3,\"b\":1}").on(1).at(-50);
    p.expect(ben.push(lost), "SERVER_WINS", 2, "{\"a\":2,\"b\":1}");
    p.expect(
        ben.push(p.put("task", "r", "{\"a\":3,\"b\":7}").on(1).after(lost).at(-40)),
        "MERGED",
        3,
        "{\"a\":2,\"b\":7}");
  }

  private static void afterConflict(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("invoice", "r", "{\"n\":1}").at(-100));
    ana.push(p.put("invoice", "r", "{\"n\":2}").on(1));
    Edit first = p.put("invoice", "r", "{\"n\":3}").on(1);
    String older = p.expectConflict(ben.push(first), "VERSION").conflictId();
    var second =
        p.expectConflict(
            ben.push(p.put("invoice", "r", "{\"n\":4}").on(2).after(first)), "VERSION");
    assertThat(second.conflictId()).isNotEqualTo(older);
    assertThat(second.conflict().baseData()).isEqualTo(Edit.document("{\"n\":1}"));
  }

  private static void afterRejected(Play p) {
    PlayDevice ana = p.device("ana");
    Edit wrong = p.put("counter", "r", "{\"count\":1}").on(4);
    p.expectRefused(ana.push(wrong), "RECORD_UNKNOWN");
    p.device("ben").push(p.put("counter", "r", "{\"count\":5}"));
    p.expectConflict(
        ana.push(p.put("counter", "r", "{\"count\":2}").on(1).after(wrong)), "VERSION");
  }

  private static void afterUnknown(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("counter", "r", "{\"count\":1}"));
    p.expect(
        ana.push(p.put("counter", "r", "{\"count\":2}").on(1).after("never-sent")),
        "APPLIED",
        2,
        "{\"count\":2}");
  }

  private static void afterOther(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("counter", "r", "{\"count\":1}"));
    Edit other = p.put("counter", "other", "{\"count\":9}");
    ana.push(other);
    p.expect(
        ana.push(p.put("counter", "r", "{\"count\":2}").on(1).after(other)),
        "APPLIED",
        2,
        "{\"count\":2}");
  }

  private static void batchChain(Play p) {
    PlayDevice ana = p.device("ana");
    List<ItemAnswer> items =
        ana.pushAll(
            p.put("invoice", "r", "{\"n\":1}"),
            p.put("invoice", "s", "{\"n\":5}"),
            p.put("invoice", "r", "{\"n\":2}"),
            p.delete("invoice", "r"));
    p.expect(items.get(0), "APPLIED", 1, "{\"n\":1}");
    p.expect(items.get(2), "APPLIED", 2, "{\"n\":2}");
    p.expect(items.get(3), "APPLIED", 3, null);
    assertThat(p.device("ben").pullAll()).hasSize(2);
  }

  private static void twiceInBatch(Play p) {
    PlayDevice ana = p.device("ana");
    Edit edit = p.put("counter", "r", "{\"count\":1}");
    List<ItemAnswer> items = ana.pushAll(edit, edit, edit.with("{\"count\":2}"));
    p.expect(items.get(0), "APPLIED", 1, "{\"count\":1}");
    p.expect(items.get(1), "APPLIED", 1, "{\"count\":1}");
    p.expectRefused(items.get(2), "MUTATION_ID_REUSED");
  }

  private static void copyBetween(Play p) {
    Edit first = p.put("counter", "r", "{\"count\":1}");
    List<ItemAnswer> answers =
        p.device("ana")
            .pushAll(
                first,
                p.put("counter", "r", "{\"count\":3}"),
                first,
                p.put("counter", "r", "{\"count\":6}"));
    p.expect(answers.get(3), "APPLIED", 3, "{\"count\":6}");
  }

  private static void mixed(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("invoice", "r", "{\"n\":1}"));
    ana.push(p.put("invoice", "r", "{\"n\":2}").on(1));
    List<ItemAnswer> items =
        ben.pushAll(
            p.put("invoice", "fresh", "{\"n\":1}"),
            p.put("invoice", "r", "{\"n\":3}").on(1),
            p.put("invoice", "unknown", "{\"n\":3}").on(1),
            p.put(p.key(p.space("elsewhere"), "invoice", "r"), "{\"n\":3}"),
            p.put("invoice", "fresh2", "{\"n\":1}"));
    p.expect(items.get(0), "APPLIED", 1, "{\"n\":1}");
    p.expectConflict(items.get(1), "VERSION");
    p.expectRefused(items.get(2), "RECORD_UNKNOWN");
    p.expectRefused(items.get(3), "SPACE_FORBIDDEN");
    p.expect(items.get(4), "APPLIED", 1, "{\"n\":1}");
  }
}
