package org.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.testkit.server.Role;

/** Conflicts: settled by people, superseded by edits, told to whom they concern. */
final class ConflictCases {
  private ConflictCases() {}

  static List<ContractCase> all() {
    return List.of(
        new ContractCase(
            "resolve_keepClient_writesTheClientsSide",
            p -> {
              Clash clash = clash(p);
              p.expect(clash.settle(Resolution.KEEP_CLIENT, 2), "APPLIED", 3, "{\"n\":3}");
              clash.expectClosed(ClosedConflict.Status.RESOLVED, Resolution.KEEP_CLIENT, 3);
            }),
        new ContractCase(
            "resolve_useServer_writesNoVersion",
            p -> {
              Clash clash = clash(p);
              p.expect(clash.settle(Resolution.USE_SERVER, 2), "APPLIED", 2, "{\"n\":2}");
              clash.expectClosed(ClosedConflict.Status.RESOLVED, Resolution.USE_SERVER, 2);
            }),
        new ContractCase(
            "resolve_merge_writesTheGivenData",
            p -> {
              Clash clash = clash(p);
              p.expect(clash.ben().merge(clash.id(), 2, "{\"n\":7}"), "APPLIED", 3, "{\"n\":7}");
            }),
        new ContractCase("resolve_keepDeletion_writesTombstone", ConflictCases::keepDeletion),
        new ContractCase("resolve_again_givesTheSameAnswer", ConflictCases::again),
        new ContractCase("resolve_movedOn_givesTheFreshConflict", ConflictCases::movedOn),
        new ContractCase(
            "resolve_closedConflict_isRejected",
            p -> {
              Clash clash = clash(p);
              clash.settle(Resolution.KEEP_CLIENT, 2);
              p.expectRefused(clash.settle(Resolution.USE_SERVER, 3), "CONFLICT_CLOSED");
            }),
        new ContractCase(
            "resolve_unknownConflict_isRejected",
            p ->
                p.expectRefused(
                    p.device("ana").resolve("no-such", Resolution.USE_SERVER, 1),
                    "CONFLICT_UNKNOWN")),
        new ContractCase("resolve_supersededConflict_givesItsSuccessor", ConflictCases::superseded),
        new ContractCase("resolve_byOthers_isToldToTheClientAlone", ConflictCases::byOthers),
        new ContractCase("resolve_byStranger_isUnknown", ConflictCases::byStranger),
        new ContractCase("resolve_byViewer_isForbidden", ConflictCases::byViewer),
        new ContractCase("resolve_asPrevious_isTheBaseOfLaterEdits", ConflictCases::asPrevious),
        new ContractCase("resolve_tooLate_asPrevious_leavesWhatItSaw", ConflictCases::tooLate),
        new ContractCase("resolve_movedOn_asPrevious_leavesWhatItSaw", ConflictCases::goneOn),
        new ContractCase("push_appliedAfterConflict_supersedesIt", ConflictCases::appliedAfter),
        new ContractCase("push_rejectedAfterConflict_leavesItOpen", ConflictCases::rejectedAfter),
        new ContractCase("push_conflictsWithinABatch_supersedeEachOther", ConflictCases::inBatch),
        new ContractCase("push_conflictsOfTwoDevices_areBothOpen", ConflictCases::twoDevices));
  }

  /** Ben's edit clashes with Ana's. */
  private record Clash(Play play, PlayDevice ana, PlayDevice ben, String id) {
    ItemAnswer settle(Resolution resolution, int version) {
      return ben.resolve(id, resolution, version);
    }

    void expectClosed(ClosedConflict.Status status, Resolution resolution, int version) {
      assertThat(ben.pull(500).resolvedConflicts())
          .singleElement()
          .satisfies(
              closed -> {
                assertThat(closed.conflictId()).isEqualTo(id);
                assertThat(closed.status()).isEqualTo(status);
                assertThat(closed.resolution()).isEqualTo(resolution);
                assertThat(closed.version()).isEqualTo(version);
                assertThat(closed.resolvedBy()).isEqualTo(play.user("ben"));
              });
    }
  }

  private static Clash clash(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("invoice", "r", "{\"n\":1}").at(-100));
    ana.push(p.put("invoice", "r", "{\"n\":2}").on(1).at(-50));
    ItemAnswer answer = ben.push(p.put("invoice", "r", "{\"n\":3}").on(1).at(-20));
    return new Clash(p, ana, ben, p.expectConflict(answer, "VERSION").conflictId());
  }

  private static void keepDeletion(Play p) {
    Clash clash = clash(p);
    ItemAnswer deletion = clash.ben().push(p.delete("invoice", "r").on(1));
    String id = p.expectConflict(deletion, "DELETE_EDIT").conflictId();
    p.expect(clash.ben().resolve(id, Resolution.KEEP_CLIENT, 2), "APPLIED", 3, null);
  }

  private static void again(Play p) {
    Clash clash = clash(p);
    PlayDevice ben = clash.ben();
    ItemAnswer first = ben.resolve("d", clash.id(), Resolution.KEEP_CLIENT, 2, null);
    clash.ana().push(p.put("invoice", "r", "{\"n\":9}").on(3));
    assertThat(ben.resolve("d", clash.id(), Resolution.KEEP_CLIENT, 2, null).version())
        .isEqualTo(first.version());
    p.expectRefused(
        ben.resolve("d", clash.id(), Resolution.USE_SERVER, 2, null), "MUTATION_ID_REUSED");
  }

  private static void movedOn(Play p) {
    Clash clash = clash(p);
    clash.ana().push(p.put("invoice", "r", "{\"n\":9}").on(2).at(-10));
    var fresh = p.expectConflict(clash.settle(Resolution.KEEP_CLIENT, 2), "VERSION");
    assertThat(fresh.conflictId()).isEqualTo(clash.id());
    assertThat(fresh.conflict().serverVersion()).isEqualTo(3);
    p.expect(clash.settle(Resolution.KEEP_CLIENT, 3), "APPLIED", 4, "{\"n\":3}");
  }

  private static void superseded(Play p) {
    Clash clash = clash(p);
    ItemAnswer next = clash.ben().push(p.put("invoice", "r", "{\"n\":4}").on(1));
    String successor = p.expectConflict(next, "VERSION").conflictId();
    var answer = p.expectConflict(clash.settle(Resolution.KEEP_CLIENT, 2), "VERSION");
    assertThat(answer.conflictId()).isEqualTo(successor);
  }

  private static void byOthers(Play p) {
    Clash clash = clash(p);
    PlayDevice tablet = p.device("ben");
    clash.ben().pullAll();
    tablet.pullAll();
    p.expect(
        p.administrator().resolve(clash.id(), Resolution.KEEP_CLIENT, 2),
        "APPLIED",
        3,
        "{\"n\":3}");
    PullPage page = clash.ben().pull(500);
    assertThat(page.changes()).hasSize(1);
    assertThat(page.resolvedConflicts()).hasSize(1);
    assertThat(tablet.pull(500).resolvedConflicts()).isEmpty();
  }

  private static void byStranger(Play p) {
    Clash clash = clash(p);
    p.expectRefused(
        p.device("carl").resolve(clash.id(), Resolution.USE_SERVER, 2), "CONFLICT_UNKNOWN");
  }

  private static void byViewer(Play p) {
    Clash clash = clash(p);
    p.admit(p.team(), "carl", Role.VIEWER);
    p.expectRefused(
        p.device("carl").resolve(clash.id(), Resolution.USE_SERVER, 2), "SPACE_FORBIDDEN");
  }

  private static void asPrevious(Play p) {
    Clash clash = clash(p);
    clash.ben().resolve("d", clash.id(), Resolution.KEEP_CLIENT, 2, null);
    p.expect(
        clash.ben().push(p.put("invoice", "r", "{\"n\":5}").on(1).after("d")),
        "APPLIED",
        4,
        "{\"n\":5}");
  }

  /** Ben edits a thread that Ana deletes and makes anew with one comment more. */
  private static Clash thread(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("comment_thread", "r", "{\"comments\":[\"a\"]}").at(-100));
    ana.push(p.delete("comment_thread", "r").on(1).at(-80));
    ItemAnswer answer =
        ben.push(p.put("comment_thread", "r", "{\"comments\":[\"a\",\"x\"]}").on(1).at(-60));
    ana.push(p.put("comment_thread", "r", "{\"comments\":[\"a\",\"b\"]}").on(2).at(-40));
    return new Clash(p, ana, ben, p.expectConflict(answer, "DELETE_EDIT").conflictId());
  }

  /** Ben goes on from the two comments that he saw, after a decision that came to nothing. */
  private static ItemAnswer goOn(Clash clash) {
    Edit edit = clash.play().put("comment_thread", "r", "{\"comments\":[\"a\",\"b\",\"c\"]}");
    return clash.ben().push(edit.on(1).after("d"));
  }

  private static void tooLate(Play p) {
    Clash clash = thread(p);
    p.administrator().resolve(clash.id(), Resolution.USE_SERVER, 3);
    p.expectRefused(
        clash.ben().resolve("d", clash.id(), Resolution.USE_SERVER, 3, null), "CONFLICT_CLOSED");
    p.expect(goOn(clash), "APPLIED", 4, "{\"comments\":[\"a\",\"b\",\"c\"]}");
  }

  private static void goneOn(Play p) {
    Clash clash = thread(p);
    Edit next = p.put("comment_thread", "r", "{\"comments\":[\"a\",\"b\",\"d\"]}");
    clash.ana().push(next.on(3).at(-30));
    p.expectConflict(
        clash.ben().resolve("d", clash.id(), Resolution.USE_SERVER, 3, null), "DELETE_EDIT");
    p.expect(goOn(clash), "MERGED", 5, "{\"comments\":[\"a\",\"b\",\"d\",\"c\"]}");
  }

  private static void appliedAfter(Play p) {
    Clash clash = clash(p);
    p.expect(clash.ben().push(p.put("invoice", "r", "{\"n\":8}").on(2)), "APPLIED", 3, "{\"n\":8}");
    assertThat(clash.ben().pull(500).resolvedConflicts())
        .singleElement()
        .satisfies(
            closed -> assertThat(closed.status()).isEqualTo(ClosedConflict.Status.SUPERSEDED));
    p.expectRefused(clash.settle(Resolution.KEEP_CLIENT, 3), "CONFLICT_CLOSED");
  }

  private static void rejectedAfter(Play p) {
    Clash clash = clash(p);
    clash.ben().push(p.put("invoice", "r", "{\"n\":\"" + "x".repeat(1 << 20) + "\"}").on(2));
    p.expect(clash.settle(Resolution.KEEP_CLIENT, 2), "APPLIED", 3, "{\"n\":3}");
  }

  private static void inBatch(Play p) {
    Clash clash = clash(p);
    List<ItemAnswer> items =
        clash
            .ben()
            .pushAll(
                p.put("invoice", "r", "{\"n\":4}").on(1),
                p.put("invoice", "r", "{\"n\":5}").on(1),
                p.put("invoice", "r", "{\"n\":6}").on(1));
    String last = Objects.requireNonNull(items.get(2).conflict()).conflictId();
    assertThat(clash.ben().pull(500).resolvedConflicts())
        .hasSize(3)
        .allMatch(closed -> closed.status() == ClosedConflict.Status.SUPERSEDED);
    p.expect(clash.ben().resolve(last, Resolution.KEEP_CLIENT, 2), "APPLIED", 3, "{\"n\":6}");
  }

  private static void twoDevices(Play p) {
    Clash clash = clash(p);
    PlayDevice tablet = p.device("ben");
    String second =
        p.expectConflict(tablet.push(p.put("invoice", "r", "{\"n\":4}").on(1)), "VERSION")
            .conflictId();
    p.expect(clash.settle(Resolution.USE_SERVER, 2), "APPLIED", 2, "{\"n\":2}");
    p.expect(tablet.resolve(second, Resolution.KEEP_CLIENT, 2), "APPLIED", 3, "{\"n\":4}");
  }
}
