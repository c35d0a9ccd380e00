package org.tidemark.testkit.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.SyncClient;
import org.tidemark.client.environment.Environment;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.UploadOutcome;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.ModelServer;

/** A real client on real files, whose process can end at any durable write. */
final class Phone implements AutoCloseable, StoreObserver {
  static final SpaceId TEAM = new SpaceId("team");

  final MediaWire wire;
  final List<ClientEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final Path folder;
  private final Watch watch;
  private final Line line;
  private final ClientSettings settings;
  private SyncClient client;
  private @Nullable String crashAt;
  private boolean crashBefore;
  private final AtomicInteger ids = new AtomicInteger();
  private int files;

  /** The process ended. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  Phone(String name, ModelServer server, Watch watch, Path folder, UploadSettings uploads) {
    this.folder = folder;
    this.watch = watch;
    this.wire = new MediaWire(server);
    this.line = new Line(server);
    this.settings =
        ClientSettings.of(
                URI.create("https://tidemark.test/sync"),
                "ana",
                () -> "token",
                folder.resolve(name + ".db"))
            .withSpace(TEAM)
            .withUploads(uploads)
            .withEnvironment(
                new Environment(watch, () -> 0.5, () -> name + "-" + ids.incrementAndGet()))
            .withTransport(line)
            .withMedia(wire)
            .withObserver(this);
    this.client = open();
  }

  private SyncClient open() {
    SyncClient opened = SyncClient.open(settings);
    opened.events().subscribe(events::add);
    return opened;
  }

  SyncClient client() {
    return client;
  }

  /** The way of the data, which is another than that of the files. */
  Line line() {
    return line;
  }

  /** A file of the person's. */
  Path file(String content) {
    Path file = folder.resolve("photo " + ++files + ".png");
    try {
      Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  void note(String id, String json) {
    client.collection("note").put(id, json);
  }

  /** The local data of a note; "none" where there is none. */
  String text(String id) {
    return client.collection("note").get(id).map(view -> view.data().text()).orElse("none");
  }

  /** Takes a file in for the photo of a note. */
  String enqueue(String content, String note) {
    return client.uploads().enqueue(file(content), Attachment.to("note", note, "/photo"));
  }

  UploadItem item(String id) {
    return client.uploads().find(id).orElseThrow();
  }

  Problem problem(String id) {
    return Objects.requireNonNull(item(id).problem());
  }

  UploadOutcome upload() {
    watch.pass(Duration.ofSeconds(1));
    return client.uploads().uploadNow();
  }

  void sync() {
    watch.pass(Duration.ofSeconds(1));
    client.syncNow();
  }

  /** Uploads and syncs over all waiting times, as the background mode does. */
  void settle() {
    for (int i = 0; i < 12; i++) {
      watch.pass(Duration.ofSeconds(90));
      client.uploads().uploadNow();
      client.syncNow();
    }
  }

  /** The names of the copies that are kept. */
  List<String> copies() {
    Path kept = settings.database().resolveSibling(settings.database().getFileName() + ".uploads");
    if (!Files.exists(kept)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(kept)) {
      return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process the next time that this write is made. */
  void crashAt(String write, boolean before) {
    crashAt = write;
    crashBefore = before;
  }

  void restart() {
    crashAt = null;
    client.close();
    client = open();
  }

  @Override
  public void beforeCommit(String write) {
    if (crashBefore && write.equals(crashAt)) {
      throw new Killed();
    }
  }

  @Override
  public void afterCommit(String write) {
    if (!crashBefore && write.equals(crashAt)) {
      throw new Killed();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
