package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.SyncState;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.transport.TransportFailure.HttpStatus;
import org.tidemark.client.transport.TransportFailure.NoAnswer;

/** Threads: parts beside each other, files beside data, the background mode and its end. */
@Timeout(60)
class ParallelTest {
  private static final String LARGE = "a file of thirty-five bytes, or so.";

  private Fixture fixture;
  private Phone phone;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new Fixture(folder);
    phone = fixture.phone("phone", new UploadSettings(2, 10, 1_000, 10_000, 10));
    phone.note("n1", "{\"title\":\"t\"}");
    phone.sync();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private CountDownLatch when(Predicate<ClientEvent> kind) {
    CountDownLatch latch = new CountDownLatch(1);
    phone
        .client()
        .events()
        .subscribe(
            event -> {
              if (kind.test(event)) {
                latch.countDown();
              }
            });
    return latch;
  }

  private static Predicate<ClientEvent> becomes(String id, UploadState state) {
    return event ->
        event instanceof ClientEvent.UploadChanged changed
            && changed.uploadId().equals(id)
            && changed.state() == state;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitOrInterruption(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoParts_areUnderWayAtOnce() {
    String id = phone.enqueue(LARGE, "n1");
    CountDownLatch both = new CountDownLatch(2);
    phone.wire.beforeSend(
        () -> {
          both.countDown();
          await(both);
        });
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(fixture.onlyContent()).isEqualTo(LARGE);
  }

  @Test
  void data_syncWhileAPartIsStuck() {
    String id = phone.enqueue(LARGE, "n1");
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    phone.wire.beforeSend(
        () -> {
          stuck.countDown();
          await(free);
        });
    CountDownLatch done = when(becomes(id, UploadState.DONE));
    phone.client().start();
    await(stuck);
    phone.note("n2", "{\"title\":\"now\"}");
    phone.client().syncNow();

    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.UPLOADING);
    Phone other = fixture.phone("other");
    other.sync();
    assertThat(other.text("n2")).contains("now");
    free.countDown();
    await(done);
    assertThat(phone.text("n1")).contains(fixture.onlyUrl());
  }

  @Test
  void background_takesUpWhatIsAddedLater() {
    phone.client().start();
    String first = phone.enqueue("tiny", "n1");
    CountDownLatch done = when(becomes(first, UploadState.DONE));
    if (phone.item(first).state() != UploadState.DONE) {
      await(done);
    }
    assertThat(fixture.onlyContent()).isEqualTo("tiny");
  }

  @Test
  void networkThatComesBack_makesDueWhatWaitsForIt_andNothingElse() {
    phone.note("n2", "{}");
    String lost = phone.enqueue("tiny", "n1");
    phone.wire.lose("create", new NoAnswer("reset"));
    phone.upload();
    String refused = phone.enqueue("small", "n2");
    phone.wire.lose("create", new HttpStatus(500, null, "a defect"));
    phone.upload();
    CountDownLatch away = when(new ClientEvent.StateChanged(SyncState.OFFLINE)::equals);
    CountDownLatch done = when(becomes(lost, UploadState.DONE));
    phone.line().down(new NoAnswer("flight mode"));
    phone.client().start();
    await(away);
    assertThat(phone.item(lost).nextAttempt()).isNotNull();

    phone.line().down(null);
    await(done);
    assertThat(phone.item(refused).nextAttempt()).isAfter(fixture.watch.now());
  }

  @Test
  void close_inTheMiddleOfAPart_endsTheThreads_andCountsNoAttempt() {
    String id = phone.enqueue(LARGE, "n1");
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    phone.wire.beforeSend(
        () -> {
          stuck.countDown();
          awaitOrInterruption(free);
        });
    phone.client().start();
    await(stuck);
    Thread closing = new Thread(() -> phone.restart());
    closing.start();
    free.countDown();
    try {
      closing.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("tidemark-part"));
    assertThat(phone.item(id).attempts()).isZero();
    assertThat(phone.item(id).state())
        .isIn(UploadState.WAITING, UploadState.UPLOADING, UploadState.ATTACHING, UploadState.DONE);
    phone.wire.beforeSend(() -> {});
    phone.settle();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }
}
