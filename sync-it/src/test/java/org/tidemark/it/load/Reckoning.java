package org.tidemark.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tidemark.it.load.Books.Entry;

/** Compares the database with the books: no effect twice, none lost. */
public final class Reckoning {

  private Reckoning() {}

  /** Fails unless the database holds just what was answered. */
  public static void check(String load, Books books, Store store) {
    books.requireSound();
    var rows = store.records();
    var byRecord =
        books.entries().stream().collect(Collectors.groupingBy(entry -> entry.edit().record()));
    byRecord.forEach((record, entries) -> checkVersions(record, entries, rows));
    byRecord.forEach((record, entries) -> checkContent(record, entries, rows));
    assertThat(store.number(receiptsOf(load))).as("receipts").isEqualTo(books.size());
    assertThat(store.number("select count(*) from conflict where client_id like '" + load + "-%'"))
        .as("conflicts")
        .isEqualTo(count(books, "CONFLICT"));
  }

  /** The query for the number of receipts that the clients of a load have. */
  public static String receiptsOf(String load) {
    return "select count(*) from receipt where client_id like '" + load + "-%'";
  }

  public static long count(Books books, String status) {
    return books.entries().stream().filter(entry -> entry.answer().status().equals(status)).count();
  }

  /** Each mutation that was applied made one version, and there are no others. */
  private static void checkVersions(
      RecordName record, List<Entry> entries, Map<RecordName, Store.Row> rows) {
    var versions =
        entries.stream()
            .map(Entry::answer)
            .filter(Answer::madeVersion)
            .map(Answer::version)
            .sorted()
            .toList();
    var row = row(record, rows);
    assertThat(versions)
        .as("versions of %s", record)
        .isEqualTo(IntStream.rangeClosed(1, row.version()).boxed().toList());
    assertThat(row.pastVersions()).as("revisions of %s", record).isEqualTo(row.version() - 1);
  }

  private static void checkContent(
      RecordName record, List<Entry> entries, Map<RecordName, Store.Row> rows) {
    var data = row(record, rows).data();
    var applied = entries.stream().filter(entry -> entry.answer().madeVersion()).toList();
    if (record.entityType().equals(Subject.COUNTER.entityType())) {
      assertThat(applied).as("counters never conflict").hasSameSizeAs(entries);
      assertThat(Subject.count(Answer.parse(String.valueOf(data))))
          .as("sum of %s", record)
          .isEqualTo(entries.stream().mapToLong(entry -> entry.edit().amount()).sum());
    } else if (record.entityType().equals(Subject.THREAD.entityType())) {
      assertThat(applied).as("threads never conflict").hasSameSizeAs(entries);
      assertThat(Subject.comments(Answer.parse(String.valueOf(data))))
          .as("comments of %s", record)
          .containsExactlyInAnyOrderElementsOf(marks(entries));
    }
  }

  private static List<String> marks(List<Entry> entries) {
    var marks = new ArrayList<String>();
    for (var entry : entries) {
      marks.add(entry.device().clientId() + "-" + entry.edit().mutationId().substring(1));
    }
    return marks;
  }

  private static Store.Row row(RecordName record, Map<RecordName, Store.Row> rows) {
    var row = rows.get(record);
    if (row == null) {
      throw new AssertionError("lost: " + record);
    }
    return row;
  }
}
