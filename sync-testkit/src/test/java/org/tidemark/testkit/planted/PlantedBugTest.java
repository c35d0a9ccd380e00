package org.tidemark.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tidemark.testkit.check.Check;
import org.tidemark.testkit.world.Composition;
import org.tidemark.testkit.world.Simulation;
import org.tidemark.testkit.world.WorldResult;

/** Tests of the tests: bugs that are planted one after another are all found. */
class PlantedBugTest {
  private static final long SEEDS = 500;

  @Test
  void receiptsNotChecked_isFound() {
    assertThat(findings(UncheckedReceipts::new)).containsAnyOf("exact sums", "appends", "effect");
  }

  @Test
  void sumWithoutBase_isFound() {
    assertThat(findings(SumWithoutBase::new)).contains("exact sums");
  }

  @Test
  void cursorBeforeCommit_isFound() {
    assertThat(findings(CursorBeforeCommit::new)).contains("convergence");
  }

  @Test
  void snapshotForgotten_isFound() {
    assertThat(findings(ForgottenSnapshots::new)).contains("undo exact");
  }

  @Test
  void retryUnderNewId_isFound() {
    assertThat(findings(RetryUnderNewId::new)).containsAnyOf("exact sums", "appends", "effect");
  }

  @Test
  void partsNotLookedAt_isFound() {
    assertThat(findings(UnlookedParts::new)).contains("parts once");
  }

  @Test
  void uploadsForgotten_isFound() {
    assertThat(findings(ForgottenUploads::new)).contains("files arrive");
  }

  /** What the first seed says that finds the bug, while the sound world of that seed is sound. */
  private static String findings(Supplier<Composition> bug) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      WorldResult broken = new Simulation(bug.get(), Check.all()).run(seed);
      if (!broken.isSound() && new Simulation(Composition.SOUND, Check.all()).run(seed).isSound()) {
        System.out.println("found with seed " + seed + ": " + broken.findings().get(0));
        return String.join("\n", broken.findings());
      }
    }
    return fail("no seed up to " + SEEDS + " finds it");
  }
}
