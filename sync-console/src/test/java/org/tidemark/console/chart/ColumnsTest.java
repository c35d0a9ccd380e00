package org.tidemark.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void largest_isAsHighAsTheDrawing_theOthersInProportion() {
    Columns columns = new Columns(List.of(10, 5, 0));
    assertThat(columns.getMost()).isEqualTo(10);
    assertThat(columns.getTotal()).isEqualTo(15);
    assertThat(columns.getDrawn().stream().map(Columns.Column::height))
        .containsExactly("48.0", "24.0", "0.0");
    assertThat(columns.getDrawn().stream().map(Columns.Column::y))
        .containsExactly("0.0", "24.0", "48.0");
    assertThat(columns.getDrawn().stream().map(Columns.Column::x))
        .containsExactly("10.0", "110.0", "210.0");
  }

  @Test
  void one_isSeenBesideAMillion() {
    Columns columns = new Columns(List.of(1_000_000L, 1L));
    assertThat(columns.getDrawn().get(1).height()).isEqualTo("1.5");
  }

  @Test
  void nothing_isDrawnAsNothing() {
    assertThat(new Columns(List.of()).getDrawn()).isEmpty();
    assertThat(new Columns(List.of(0, 0)).getDrawn()).allMatch(c -> c.height().equals("0.0"));
  }
}
