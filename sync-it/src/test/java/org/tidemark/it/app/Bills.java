package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tidemark.it.server.Edit;

/** Many invoices in the space of a pair, and many clashes over them. */
final class Bills {

  private static final int BATCH = 1_000;

  /** Edits a record as the page does, for the first so many. */
  private static final String EDIT_MANY =
      """
      async ([space, many]) => {
        const name = new URLSearchParams({ space, type: 'invoice' });
        for (let i = 0; i < many; i++) {
          name.set('id', `bill-${String(i).padStart(4, '0')}`);
          const seen = await (await fetch(`/api/record?${name}`)).json();
          const answer = await fetch(`/api/record?${name}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ seen: seen.seen, set: { '/amount': { kind: 'NUMBER', text: '110' } } }),
          });
          if (!answer.ok) {
            throw new Error(await answer.text());
          }
        }
      }
      """;

  private final Pair pair;

  Bills(Pair pair) {
    this.pair = pair;
  }

  /** Makes so many, and waits until Ben's copy has them. */
  void make(int many) {
    for (int from = 0; from < many; from += BATCH) {
      push(from, Math.min(many, from + BATCH), i -> bill(i, 100));
    }
    pair.ben.go("records/invoice");
    assertThat(pair.ben.page().locator(".view > .quiet"))
        .containsText(many + " invoices, 50 shown");
  }

  /** Ben turns his copy offline and changes the first so many; so does somebody else meanwhile. */
  void changeApart(int many) {
    pair.ben.goOffline();
    pair.ben.page().evaluate(EDIT_MANY, List.of(pair.space, many));
    push(0, many, i -> bill(i, 120).on(1));
  }

  /** As above, and Ben comes back and hears of it. */
  void clash(int many) {
    changeApart(many);
    pair.ben.turnNetwork();
    hasHeardOf(many);
  }

  void hasHeardOf(int many) {
    assertThat(pair.ben.link("Conflicts, %d waiting".formatted(many))).isVisible();
  }

  private void push(int from, int to, IntFunction<Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (int i = from; i < to; i++) {
      edits.add(edit.apply(i).in(pair.space));
    }
    pair.anasOther().pushAll(edits);
  }

  private static Edit bill(int number, int amount) {
    String id = "bill-%04d".formatted(number);
    return Edit.upsert("invoice", id, "{\"number\":\"%s\",\"amount\":%d}".formatted(id, amount));
  }
}
