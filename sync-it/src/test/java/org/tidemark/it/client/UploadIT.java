package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.Timing;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.UploadOutcome;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Files from a phone to the server as it ships, on good and bad networks (RN-2.3). */
@ExtendWith(WithServer.class)
class UploadIT {

  /** Three parts of 8 MiB, the last one smaller. */
  private static final int LARGE = 20 << 20;

  private static final int SMALL = 5_000;

  private static final Timing IMPATIENT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Phone.PATIENT.poll(),
          Phone.PATIENT.targetBatch());

  private final TestServer server;
  private final String id = TestServer.unique("note");
  private Path folder;
  private Team team;
  private UnreliableProxy network;
  private volatile Detour.Before before = to -> {};
  private Phone phone;
  private Phone other;

  UploadIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path temporary) {
    folder = temporary;
    team = new Team(server, temporary);
    network = team.network();
    phone = team.members(network, this::onADetour);
    other = team.owners();
    phone.of("note").put(id, "{\"title\":\"t\"}");
  }

  private ClientSettings onADetour(ClientSettings usual) {
    return Detour.in(usual.withTiming(IMPATIENT), to -> before.sending(to));
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  private Path file(int bytes) {
    return Sound.file(folder, "sound.wav", bytes);
  }

  /** The other phone's record names the file, and its user gets the very bytes. */
  private void assertArrived(Path file) {
    other.sync();
    Tree record = Tree.parse(other.text("note", id));
    assertThat(record.at("title").text()).isEqualTo("t");
    URI address = URI.create(record.at("photo").text());
    assertThat(Sound.sha256(address, server.token(team.owner, "user")))
        .isEqualTo(Sound.sha256(file));
    assertThat(phone.text("note", id)).isEqualTo(other.text("note", id));
    assertThat(server.number("select count(*) from media where space = ?", team.space))
        .as("files of the team")
        .isEqualTo(1);
  }

  @Test
  void file_takenInOffline_isNamedByItsRecord_andFetchedByAnother() {
    network.down();
    Path file = file(SMALL);
    String upload = phone.photo(file, id);
    assertThat(phone.client().uploads().uploadNow().problem()).isNotNull();
    assertThat(phone.upload(upload).attempts()).isZero();
    network.up();

    UploadOutcome outcome = phone.client().uploads().uploadNow();
    assertThat(outcome).isEqualTo(new UploadOutcome(1, 1, 0, null));
    assertThat(phone.client().outbox().count()).as("the record went out too").isZero();
    assertThat(phone.upload(upload).url())
        .isEqualTo(Tree.parse(phone.text("note", id)).at("photo").text());
    assertArrived(file);
  }

  @Test
  void file_addedInTheBackground_goesByItself_andSoDoesItsRecord() {
    phone.client().start();
    Path file = file(SMALL);
    String upload = phone.photo(file, id);
    phone.await("it is there", () -> phone.upload(upload).state() == UploadState.DONE);
    phone.await("its record too", () -> phone.client().outbox().count() == 0);

    assertArrived(file);
  }

  @Test
  void largeFile_goesInParts_twoAtOnce_andTellsItsProgress() {
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    phone
        .client()
        .events()
        .subscribe(
            event -> {
              if (event instanceof ClientEvent.UploadProgressed progressed) {
                told.add(progressed.sentBytes());
              }
            });
    CyclicBarrier bothUnderWay = new CyclicBarrier(2);
    before =
        to -> {
          if (to.number() <= 2) {
            await(bothUnderWay);
          }
        };
    Path file = file(LARGE);
    String upload = phone.photo(file, id);
    phone.client().uploads().uploadNow();

    assertThat(phone.upload(upload).state()).isEqualTo(UploadState.DONE);
    assertThat(network.seen(Kind.PART)).isEqualTo(3);
    assertThat(told).hasSizeGreaterThan(50).endsWith((long) LARGE);
    assertArrived(file);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the parts are not under way at once", e);
    }
  }

  @Test
  void data_goOn_whileAPartIsUnderWay() {
    CountDownLatch under = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    before =
        to -> {
          under.countDown();
          await(go);
        };
    Path file = file(SMALL);
    phone.photo(file, id);
    CompletableFuture<UploadOutcome> uploading =
        CompletableFuture.supplyAsync(() -> phone.client().uploads().uploadNow());
    await(under);
    other.sync();
    other.of("note").put(id + "-theirs", "{}");
    other.sync();
    phone.of("note").put(id + "-mine", "{}");
    phone.sync();

    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.text("note", id + "-theirs")).isEqualTo("{}");
    assertThat(uploading).isNotDone();
    go.countDown();
    assertThat(uploading.join().attached()).isEqualTo(1);
    assertArrived(file);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A request, and what a network does to it. */
  enum Trouble {
    ANNOUNCEMENT_LOST(Kind.ANNOUNCE, new Fault.LostRequest()),
    ANNOUNCEMENT_ANSWER_LOST(Kind.ANNOUNCE, new Fault.LostAnswer()),
    ANNOUNCEMENT_CUT(Kind.ANNOUNCE, new Fault.CutAnswer(90)),
    ANNOUNCEMENT_UNAVAILABLE(Kind.ANNOUNCE, Fault.status(503)),
    PART_LOST(Kind.PART, new Fault.LostRequest()),
    PART_CUT(Kind.PART, new Fault.CutRequest(3_000_000)),
    PART_CUT_BEFORE_ITS_LAST_BYTE(Kind.PART, new Fault.CutRequest((8 << 20) - 1)),
    PART_ANSWER_LOST(Kind.PART, new Fault.LostAnswer()),
    PART_SILENCE(Kind.PART, new Fault.SilentAnswer()),
    PART_BAD_GATEWAY(Kind.PART, Fault.status(502)),
    PART_PAGE_OF_A_HOTEL(Kind.PART, Fault.status(200)),
    COMPLETION_LOST(Kind.COMPLETE, new Fault.LostRequest()),
    COMPLETION_ANSWER_LOST(Kind.COMPLETE, new Fault.LostAnswer()),
    COMPLETION_CUT(Kind.COMPLETE, new Fault.CutAnswer(20)),
    RECORD_ANSWER_LOST(Kind.PUSH, new Fault.LostAnswer());

    private final Kind kind;
    private final Fault fault;

    Trouble(Kind kind, Fault fault) {
      this.kind = kind;
      this.fault = fault;
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void trouble_isOvercome_andOnlyWhatWasUnderWayIsSentAgain(Trouble trouble) {
    phone.sync();
    Path file = file(LARGE);
    String upload = phone.photo(file, id);
    network.order(trouble.kind, trouble.fault);
    phone.client().uploads().uploadNow();
    phone.settle(upload);
    phone.settle();

    assertArrived(file);
    assertThat(network.seen(Kind.PART)).as("parts, three are needed").isBetween(3, 4);
  }

  @Test
  void oneTroubleAfterTheOther_isOvercome() {
    Path file = file(LARGE);
    String upload = phone.photo(file, id);
    network.order(
        Kind.PART,
        new Fault.CutRequest(1_000),
        new Fault.LostAnswer(),
        new Fault.CutRequest(4_000_000),
        Fault.status(503),
        new Fault.LostRequest());
    network.order(Kind.LOOK, new Fault.LostAnswer(), new Fault.CutAnswer(40));
    network.order(Kind.COMPLETE, new Fault.LostAnswer(), Fault.status(502));
    phone.settle(upload);
    phone.settle();

    assertArrived(file);
  }

  @Test
  void restart_inTheMiddle_goesOn() {
    Path file = file(LARGE);
    String upload = phone.photo(file, id);
    network.order(Kind.PART, new Fault.None(), new Fault.LostRequest(), new Fault.LostRequest());
    phone.client().uploads().uploadNow();
    long sent = phone.upload(upload).sentBytes();
    phone.restart();

    assertThat(phone.upload(upload).sentBytes()).isEqualTo(sent).isPositive();
    phone.settle(upload);
    assertArrived(file);
  }

  @Test
  void recordInConflict_waitsForTheDecision() {
    String bill = TestServer.unique("bill");
    phone.of("invoice").put(bill, "{\"n\":1}");
    phone.sync();
    other.sync();
    other.of("invoice").put(bill, "{\"n\":2}");
    other.sync();
    phone.of("invoice").put(bill, "{\"n\":3}");
    String upload =
        phone.client().uploads().enqueue(file(SMALL), Attachment.to("invoice", bill, "/scan"));
    UploadOutcome outcome = phone.client().uploads().uploadNow();

    assertThat(outcome).isEqualTo(new UploadOutcome(1, 0, 1, null));
    assertThat(phone.upload(upload).problem())
        .extracting(Problem::code)
        .isEqualTo("RECORD_IN_CONFLICT");
    phone.client().conflicts().resolve(phone.onlyConflict().id(), Choice.keepLocal());
    phone.sync();
    UploadItem done = phone.settle(upload);
    phone.settle();
    other.sync();
    assertThat(other.text("invoice", bill)).isEqualTo("{\"n\":3,\"scan\":\"" + done.url() + "\"}");
  }

  @Test
  void recordDeletedElsewhere_isShown_andGoesOnWhenItIsBack() {
    phone.sync();
    other.sync();
    Path file = file(SMALL);
    String upload = phone.photo(file, id);
    other.of("note").delete(id);
    other.sync();
    phone.client().uploads().uploadNow();
    assertThat(phone.upload(upload).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.upload(upload).problem()).extracting(Problem::code).isEqualTo("RECORD_GONE");

    phone.of("note").put(id, "{\"title\":\"t\"}");
    phone.client().uploads().retry(upload);
    phone.settle(upload);
    phone.settle();
    assertArrived(file);
  }

  @Test
  void cancelled_inTheMiddle_leavesNothingAtTheServer() {
    String upload = phone.photo(file(LARGE), id);
    before = to -> phone.client().uploads().cancel(upload);
    phone.client().uploads().uploadNow();
    phone.client().uploads().uploadNow();

    assertThat(phone.client().uploads().list()).isEmpty();
    assertThat(server.text("select string_agg(state, ',') from upload where space = ?", team.space))
        .isEqualTo("ABORTED");
    assertThat(phone.text("note", id)).isEqualTo("{\"title\":\"t\"}");
  }

  @Test
  void contentThatIsNotTaken_isRefusedForGood() {
    Attachment lying = Attachment.to("note", id, "/photo").withContentType("image/png");
    String upload = phone.client().uploads().enqueue(file(SMALL), lying);
    phone.client().uploads().uploadNow();

    assertThat(phone.upload(upload).state()).isEqualTo(UploadState.REFUSED);
    assertThat(phone.upload(upload).problem()).extracting(Problem::code).isEqualTo("TYPE_MISMATCH");
    assertThat(phone.client().uploads().retry(upload)).isFalse();
  }

  @Test
  void spaceLost_inTheMiddle_waitsForItsReturn() {
    phone.sync();
    String upload = phone.photo(file(LARGE), id);
    network.order(Kind.PART, new Fault.None(), new Fault.LostRequest(), new Fault.LostRequest());
    phone.client().uploads().uploadNow();
    team.dismiss();
    phone.skip(Phone.QUICK.cap());
    phone.client().uploads().uploadNow();

    assertThat(phone.upload(upload).state()).isEqualTo(UploadState.UPLOADING);
    assertThat(phone.upload(upload).problem()).extracting(Problem::code).isEqualTo("SPACE_LOST");
    team.admit("EDITOR");
    phone.sync();
    assertThat(phone.settle(upload).state()).isEqualTo(UploadState.DONE);
  }
}
