package org.tidemark.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.server.audit.boundary.AuditFilter;

class TrailInputTest {

  @Test
  void days_areWhole() throws Exception {
    AuditFilter filter = days("2026-01-31", "2026-01-31").filter();
    assertThat(filter.from()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(filter.before()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-02-30", "+999999999-12-31", "-0001-01-01", "31.1.2026"})
  void day_thatIsNone_isRefusedByItsText(String text) {
    assertThatThrownBy(() -> days(null, text).filter())
        .isInstanceOfSatisfying(
            TrailInput.WrongDays.class, failure -> assertThat(failure.text()).isEqualTo(text));
  }

  @Test
  void firstDay_afterTheLast_isRefused() {
    assertThatThrownBy(() -> days("2026-02-01", "2026-01-31").filter())
        .isInstanceOfSatisfying(
            TrailInput.WrongDays.class,
            failure -> {
              assertThat(failure.isAfterTheLast()).isTrue();
              assertThat(failure.text()).isEqualTo("2026-02-01");
            });
  }

  @Test
  void changes_areNoActionOfTheirOwn() throws Exception {
    TrailInput input = new TrailInput(null, "changes", null, null, null, null, null, null);
    assertThat(input.filter().changesOnly()).isTrue();
    assertThat(input.filter().action()).isNull();
    assertThat(input.address("audit.csv")).hasToString("audit.csv?action=changes");
  }

  @Test
  void orChanges_withoutAnAction_meansChanges_andAnyOtherIsKept() throws Exception {
    assertThat(action(null).orChanges().filter().changesOnly()).isTrue();
    assertThat(action("space.create").orChanges()).isEqualTo(action("space.create"));
    TrailInput any = action("any").orChanges();
    assertThat(any.filter().changesOnly()).isFalse();
    assertThat(any.filter().action()).isNull();
    assertThat(any.address("audit.csv")).hasToString("audit.csv?action=any");
  }

  @Test
  void filter_ofAnExportWithoutAnAction_findsEverything() throws Exception {
    assertThat(action(null).filter().changesOnly()).isFalse();
  }

  private static TrailInput action(@Nullable String action) {
    return new TrailInput(null, action, null, null, null, null, null, null);
  }

  @Test
  void address_isEncoded() {
    TrailInput input = new TrailInput("a&b", null, "~ä", null, null, null, null, null);
    assertThat(input.address("audit.xhtml").with("after", null))
        .hasToString("audit.xhtml?actor=a%26b&space=%7E%C3%A4");
  }

  private static TrailInput days(@Nullable String from, @Nullable String to) {
    return new TrailInput(null, null, null, null, null, null, from, to);
  }
}
