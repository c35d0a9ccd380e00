package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.tidemark.client.SyncClient;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.environment.Environment;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.RetrySettings;
import org.tidemark.client.settings.Timing;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.record.SpaceId;
import org.tidemark.it.load.Await;

/** A user's client on a database file of its own, which waits 10 ms where others wait a second. */
final class Phone implements AutoCloseable {

  static final RetrySettings QUICK =
      new RetrySettings(Duration.ofMillis(10), Duration.ofMillis(600), 0.3, 8);

  /** What failed is not due again while its own sync goes on, however slow the machine is. */
  static final RetrySettings LATER =
      new RetrySettings(Duration.ofSeconds(10), Duration.ofSeconds(600), 0.3, 8);

  /**
   * Notices alone bring changes in: no test lasts until the next poll. Nor is a batch smaller than
   * the one before because the machine was slow.
   */
  static final Timing PATIENT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofHours(1),
          Duration.ofSeconds(60));

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_ROUNDS = 100;
  private static final long SEED = Long.getLong("sync.seed", 20_260_214);

  private final Watch watch = new Watch();
  private final ClientSettings usual;
  private final UnaryOperator<ClientSettings> more;
  private volatile String token;
  private SyncClient client;

  /**
   * @param server the address of the API, directly or through a proxy
   */
  Phone(URI server, String user, String token, Path database, String space) {
    this(server, user, token, database, space, UnaryOperator.identity());
  }

  Phone(
      URI server,
      String user,
      String token,
      Path database,
      String space,
      UnaryOperator<ClientSettings> more) {
    this.token = token;
    Random random = new Random(SEED);
    this.more = more;
    this.usual =
        ClientSettings.of(server, user, () -> this.token, database)
            .withSpace(new SpaceId(space))
            .withRetry(QUICK)
            .withTiming(PATIENT)
            .withEnvironment(
                new Environment(watch, random::nextDouble, Environment.system().ids()));
    this.client = SyncClient.open(settings());
  }

  SyncClient client() {
    return client;
  }

  /** Made anew for each start, as a way to the server ends with its client. */
  ClientSettings settings() {
    return more.apply(usual);
  }

  RecordCollection of(String type) {
    return client.collection(type);
  }

  /** What the application sees of a record; "" where there is none. */
  String text(String type, String id) {
    return of(type).get(id).map(view -> view.data().text()).orElse("");
  }

  RecordView view(String type, String id) {
    return of(type).get(id).orElseThrow();
  }

  void signIn(String next) {
    token = next;
  }

  /** Syncs once and wants it to come to its end. */
  SyncOutcome sync() {
    SyncOutcome outcome = client.syncNow();
    assertThat(outcome.problem()).isNull();
    return outcome;
  }

  /** Syncs again at each next attempt, skipping the time between, until nothing waits by itself. */
  void settle() {
    int rounds = 0;
    SyncOutcome outcome;
    do {
      assertThat(++rounds).as("syncs that bring no end").isLessThan(MOST_ROUNDS);
      skipToNextAttempt();
      outcome = client.syncNow();
      if (!outcome.isComplete()) {
        skip(QUICK.base());
      }
    } while (outcome.waiting() > 0 || !outcome.isComplete());
  }

  void skipToNextAttempt() {
    client.outbox().nextAttempt().ifPresent(watch::skipTo);
  }

  void skip(Duration time) {
    watch.skipTo(watch.now().plus(time));
  }

  Instant now() {
    return watch.now();
  }

  /** Takes a file in for the photo of a note. */
  String photo(Path file, String note) {
    return client.uploads().enqueue(file, Attachment.to("note", note, "/photo"));
  }

  UploadItem upload(String id) {
    return client.uploads().find(id).orElseThrow();
  }

  /** Uploads again at each next attempt, skipping the time between, until the file is there. */
  UploadItem settle(String id) {
    int rounds = 0;
    while (upload(id).state() != UploadState.DONE) {
      assertThat(++rounds).as("no end of %s", upload(id)).isLessThan(MOST_ROUNDS);
      Instant next = upload(id).nextAttempt();
      if (next != null) {
        watch.skipTo(next);
      }
      client.uploads().uploadNow();
    }
    return upload(id);
  }

  /** The only mutation that waits for a person. */
  OutboxItem onlyParked() {
    List<OutboxItem> parked = client.outbox().parked();
    assertThat(parked).hasSize(1);
    return parked.get(0);
  }

  /** Why a mutation was not accepted. */
  static Problem problem(OutboxItem item) {
    return Objects.requireNonNull(item.problem());
  }

  ConflictView onlyConflict() {
    List<ConflictView> open = client.conflicts().open();
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  /** Waits until the background mode has brought something about. */
  void await(String what, BooleanSupplier condition) {
    Await.until(what, PATIENCE, condition);
  }

  void restart() {
    client.close();
    client = SyncClient.open(settings());
  }

  @Override
  public void close() {
    client.close();
  }
}
