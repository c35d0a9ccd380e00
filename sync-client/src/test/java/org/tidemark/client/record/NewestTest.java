package org.tidemark.client.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ClientException;
import org.tidemark.core.json.JsonObject;

/** What was changed last stands first, and is found by its words. */
class NewestTest {

  private TestClock clock;
  private Device phone;
  private Device laptop;

  @BeforeEach
  void start(@TempDir Path folder) {
    clock = new TestClock();
    TestServer server = new TestServer(clock);
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
  }

  @AfterEach
  void close() {
    phone.close();
    laptop.close();
  }

  private void put(Device device, String id, String json) {
    clock.pass(Duration.ofSeconds(1));
    device.notes().put(id, json);
  }

  private NewestPage newest(String words) {
    return phone.notes().newest(words, null, 10);
  }

  private static List<String> ids(NewestPage page) {
    return page.items().stream().map(view -> view.key().id().value()).toList();
  }

  /** All ids by pages of a size. */
  private List<String> pages(String words, int size) {
    List<String> all = new ArrayList<>();
    @Nullable RecordPosition at = null;
    do {
      NewestPage page = phone.notes().newest(words, at, size);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
      all.addAll(ids(page));
      at = page.next();
    } while (at != null);
    return all;
  }

  @Test
  void lastChanged_isFirst_whereverItWasChanged() {
    put(laptop, "a", "{}");
    laptop.sync();
    put(laptop, "b", "{}");
    laptop.sync();
    phone.sync();
    assertThat(ids(newest(""))).containsExactly("b", "a");

    put(phone, "a", "{\"x\":1}");
    assertThat(ids(newest(""))).containsExactly("a", "b");
    phone.settle();
    put(laptop, "b", "{\"x\":2}");
    laptop.settle();
    phone.sync();
    assertThat(ids(newest(""))).containsExactly("b", "a");
  }

  @Test
  void deleted_isNotThere_andComesBackInFront() {
    put(phone, "a", "{}");
    put(phone, "b", "{}");
    long snapshot = phone.notes().delete("a").orElseThrow();
    assertThat(ids(newest(""))).containsExactly("b");

    clock.pass(Duration.ofSeconds(1));
    phone.client().undo().restore(snapshot);
    assertThat(ids(newest(""))).containsExactly("a", "b");
  }

  @Test
  void pages_ofAnySize_areTheWholeList_eachOnce_alsoOfOneMoment() {
    for (String id : List.of("a", "b", "c")) {
      put(phone, id, "{}");
    }
    phone.notes().putAll(Map.of("d", JsonObject.EMPTY, "e", JsonObject.EMPTY));
    List<String> whole = ids(newest(""));
    assertThat(whole).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(whole.subList(2, 5)).containsExactly("c", "b", "a");
    for (int size = 1; size <= 6; size++) {
      assertThat(pages("", size)).isEqualTo(whole);
    }
  }

  @Test
  void words_areFound_inIdsAndValues_inAnyCase_allOfThem() {
    put(phone, "trip", "{\"title\":\"Österreich im März\",\"tags\":[\"Urlaub\",\"Bahn\"]}");
    put(phone, "bill", "{\"amount\":12.5,\"to\":{\"city\":\"Wien\"},\"title\":\"Bahn\"}");
    assertThat(ids(newest("österreich"))).containsExactly("trip");
    assertThat(ids(newest("  bahn "))).containsExactly("bill", "trip");
    assertThat(ids(newest("bahn urlaub"))).containsExactly("trip");
    assertThat(ids(newest("WIEN 12.5"))).containsExactly("bill");
    assertThat(ids(newest("BILL"))).containsExactly("bill");
    assertThat(ids(newest("title"))).isEmpty();
    assertThat(ids(newest("bahn wien urlaub"))).isEmpty();
    put(phone, "bill", "{\"title\":\"Bus\"}");
    assertThat(ids(newest("bahn"))).containsExactly("trip");
  }

  @Test
  void search_goesByPages() {
    for (int i = 0; i < 7; i++) {
      put(phone, "n" + i, i % 2 == 0 ? "{\"title\":\"even\"}" : "{\"title\":\"odd\"}");
    }
    for (int size = 1; size <= 5; size++) {
      assertThat(pages("even", size)).containsExactly("n6", "n4", "n2", "n0");
    }
  }

  @Test
  void search_thatFindsNothingForLong_stopsToBreathe_andGoesOn() {
    Map<String, JsonObject> hay = new TreeMap<>();
    for (int i = 0; i < 10_500; i++) {
      hay.put("h" + i, JsonObject.EMPTY);
    }
    put(phone, "needle", "{}");
    clock.pass(Duration.ofSeconds(1));
    phone.notes().putAll(hay);

    NewestPage first = newest("needle");
    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isNotNull();
    NewestPage second = phone.notes().newest("needle", first.next(), 10);
    assertThat(ids(second)).containsExactly("needle");
    assertThat(second.next()).isNull();
  }

  @Test
  void search_beyondItsBounds_isRefused() {
    assertThatThrownBy(() -> newest("x".repeat(201))).isInstanceOf(ClientException.class);
    assertThatThrownBy(() -> phone.notes().newest("", null, 0)).isInstanceOf(ClientException.class);
    put(phone, "a", "{}");
    assertThat(ids(newest("x".repeat(200)))).isEmpty();
  }

  @Test
  void position_isReadAsItIsPrinted_andNothingElseIs() {
    RecordPosition at = RecordPosition.parse("1700000000000.a.b c").orElseThrow();
    assertThat(at).hasToString("1700000000000.a.b c");
    for (String other : List.of("", "a", "1.", ".a", "-1.a", "1e3.a", "9".repeat(16) + ".a")) {
      assertThat(RecordPosition.parse(other)).as(other).isEmpty();
    }
  }
}
