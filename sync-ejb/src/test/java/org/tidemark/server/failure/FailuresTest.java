package org.tidemark.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidemark.core.mutation.FieldProblem;

class FailuresTest {

  @Test
  void unknown_saysAtThePlaceWhatIsWrongThere() {
    SyncException unknown = Failures.unknown("/mediaId", "The file");

    assertThat(unknown.sentence()).isEqualTo("The file was not found.");
    assertThat(unknown.fields())
        .containsExactly(new FieldProblem("/mediaId", "names nothing that is here for the caller"));
  }
}
