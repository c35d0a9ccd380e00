package org.tidemark.it.race;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.it.load.Crowd;
import org.tidemark.it.load.Device;
import org.tidemark.it.load.Edit;
import org.tidemark.it.load.RecordName;
import org.tidemark.it.load.Spaces;
import org.tidemark.it.load.Store;
import org.tidemark.it.load.Wire;
import org.tidemark.launcher.Database;
import org.tidemark.launcher.DemoIdentity;

/** Sixteen writers and a reader that pulls all along; then compares what it saw with the table. */
final class FeedWatch {

  private static final int WRITERS = 16;
  private static final int BATCHES = 40;
  private static final int PAGE = 37;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final String space;
  private final DemoIdentity users;
  private final Wire reads;
  private final Wire writes;
  private final Store store;
  private final CountDownLatch writing = new CountDownLatch(WRITERS);
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private final List<String> wentBack = new ArrayList<>();
  private int pages;

  private FeedWatch(String space, DemoIdentity users, Wire writes, Wire reads, Store store) {
    this.space = space;
    this.users = users;
    this.reads = reads;
    this.writes = writes;
    this.store = store;
  }

  /**
   * @param writes the node that is written to
   * @param reads the node that is read from
   */
  static FeedWatch on(String name, Database database, DemoIdentity users, Wire writes, Wire reads) {
    Spaces.shared(users, writes, name);
    return new FeedWatch(name, users, writes, reads, new Store(database));
  }

  void run() throws InterruptedException {
    try (var crowd = new Crowd(WRITERS + 1)) {
      crowd.together(
          i ->
              () -> {
                if (i == WRITERS) {
                  read();
                } else {
                  write(i);
                }
                return i;
              });
    }
  }

  /** Creates two records with each batch, and changes one of those that all writers share. */
  private void write(int writer) {
    var device = device("w" + writer);
    try {
      for (var i = 0; i < BATCHES; i++) {
        var edits = new ArrayList<Edit>();
        for (var id : List.of(writer + "-" + i + "-a", writer + "-" + i + "-b", "s" + i % 5)) {
          var record = new RecordName(space, "counter", id);
          edits.add(Edit.creation(i + "/" + id, record, "{\"count\":1}", AT.plusMillis(i)));
        }
        device.pushNow(writes, edits);
      }
    } finally {
      writing.countDown();
    }
  }

  private void read() {
    var device = device("reader");
    var cursor = "";
    var more = true;
    while (more) {
      var last = writing.getCount() == 0;
      var page = device.pull(reads, cursor, PAGE);
      page.changes().forEach(this::see);
      cursor = page.cursor();
      more = page.hasMore() || !last;
      pages++;
    }
  }

  private void see(JsonObject change) {
    if (!space.equals(text(change, "space"))) {
      return;
    }
    var id = text(change, "id");
    var version =
        change.get("version") instanceof JsonNumber number ? number.value().intValueExact() : 0;
    var before = seen.put(id, version);
    if (before != null && before >= version) {
      wentBack.add(id + " version " + version + " after " + before);
    }
    order.add(id);
  }

  /** The rows that the reader never saw, or not as they are now. */
  List<String> skipped() {
    return rows().stream()
        .filter(row -> !Integer.valueOf(row.substring(row.indexOf(' ') + 1)).equals(seen(row)))
        .toList();
  }

  /** Where the reader saw a version after a later one, or rows in another order than committed. */
  List<String> wentBack() {
    var found = new ArrayList<>(wentBack);
    var committed = rows().stream().map(FeedWatch::id).toList();
    var lastSeen = new HashMap<String, Integer>();
    for (var i = 0; i < order.size(); i++) {
      lastSeen.put(order.get(i), i);
    }
    var highest = -1;
    for (var id : committed) {
      var place = lastSeen.getOrDefault(id, highest);
      if (place < highest) {
        found.add(id + " came before one that was committed earlier");
      }
      highest = Math.max(highest, place);
    }
    return found;
  }

  String summary() {
    return "%d rows, %d seen in %d pages, skipped %d"
        .formatted(rows().size(), order.size(), pages, skipped().size());
  }

  private Integer seen(String row) {
    return seen.getOrDefault(id(row), 0);
  }

  private static String id(String row) {
    return row.substring(0, row.indexOf(' '));
  }

  private List<String> rows() {
    return store.texts(
        "select id || ' ' || version from record where space = '" + space + "' order by seq");
  }

  private Device device(String part) {
    return new Device(space + "-" + part, users.token("ana"));
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.value() : "";
  }
}
