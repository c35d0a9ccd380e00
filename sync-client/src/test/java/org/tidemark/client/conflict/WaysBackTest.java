package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Keys;

/** A decision names the snapshots of the sides that it did not take. */
class WaysBackTest {

  private Clash clash;

  @BeforeEach
  void open(@TempDir Path folder) {
    clash = new Clash(folder);
  }

  @AfterEach
  void close() {
    clash.close();
  }

  private ResolveResult.Queued decided(Choice choice) {
    ConflictView seen = clash.make();
    return (ResolveResult.Queued) clash.phone.client().conflicts().resolve(seen, choice);
  }

  private String after(long snapshot) {
    clash.phone.client().undo().restore(snapshot);
    return clash.phone.text("n1");
  }

  @Test
  void merge_namesBothSides() {
    ResolveResult.Queued decided = decided(Choice.merge(Keys.json("{\"a\":9}")));
    assertThat(after(decided.localUndo().orElseThrow())).isEqualTo("{\"a\":3,\"b\":7}");
    clash.phone.client().undo().restore(decided.serverUndo().orElseThrow(), true);
    assertThat(clash.phone.text("n1")).isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void oneSide_namesTheOtherAlone() {
    ResolveResult.Queued decided = decided(Choice.keepLocal());
    assertThat(decided.localUndo()).isEmpty();
    assertThat(after(decided.serverUndo().orElseThrow())).isEqualTo("{\"a\":2,\"b\":1}");
  }

  @Test
  void theServersSide_namesTheLocalOneAlone() {
    ResolveResult.Queued decided = decided(Choice.useServer());
    assertThat(decided.serverUndo()).isEmpty();
    assertThat(after(decided.localUndo().orElseThrow())).isEqualTo("{\"a\":3,\"b\":7}");
  }
}
