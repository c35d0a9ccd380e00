package org.tidemark.testkit.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;
import org.tidemark.testkit.server.ModelMedia;

/** Where a person hands in files; each is to be named in a field of its own. */
final class Postbox {
  private static final int MOST_BYTES = 60;

  /** A run makes many writes, so it is given more chances to die, and later. */
  private static final int DEATHS = 12;

  private static final int WRITES = 14;

  private final Person person;
  private final Device device;
  private final Dice dice;
  private final Ledger ledger;
  private final Climate climate;
  private final Path folder;
  private final Map<String, String> attached = new HashMap<>();
  private int files;

  Postbox(Person person, Device device, Dice dice, Ledger ledger, Climate climate, Path folder) {
    this.person = person;
    this.device = device;
    this.dice = dice;
    this.ledger = ledger;
    this.climate = climate;
    this.folder = folder;
  }

  /**
   * Something that a person does with files.
   *
   * @param places where there may be records
   */
  void act(List<RecordKey> places) {
    int choice = dice.below(100);
    if (choice < 35) {
      List<RecordKey> there = new ArrayList<>(device.all(places).keySet());
      if (!there.isEmpty()) {
        add(dice.pick(there));
      }
    } else if (choice < 85) {
      if (isBusy() && dice.chance(DEATHS * climate.crashes())) {
        device.failAfter(dice.below(WRITES), dice.chance(50));
      }
      upload();
    } else {
      List<UploadItem> items = device.client().uploads().list();
      if (!items.isEmpty()) {
        tend(dice.pick(items));
      }
    }
  }

  private boolean isBusy() {
    return device.client().uploads().list().stream()
        .anyMatch(
            item -> item.state() == UploadState.WAITING || item.state() == UploadState.UPLOADING);
  }

  private void add(RecordKey key) {
    String field = "/file-" + device.number + "-" + ++files;
    Path file = write(field);
    person.say("adds a file to " + key + " at " + field);
    Attachment to = Attachment.to(key.type().value(), key.id().value(), field).in(key.space());
    device.attempt(open -> open.uploads().enqueue(file, to));
    for (UploadItem item : device.client().uploads().list()) {
      if (item.field().toString().equals(field)) {
        ledger.add(
            new Happening.FileAdded(device.number, item.id(), key, field, item.file().sha256()));
      }
    }
  }

  /** No two files are alike, so each can be told from its bytes. */
  private Path write(String name) {
    StringBuilder content = new StringBuilder(dice.chance(4) ? ModelMedia.FORBIDDEN : "");
    content.append(name);
    for (int more = dice.below(MOST_BYTES); more > 0; more--) {
      content.append((char) ('a' + dice.below(26)));
    }
    try {
      return Files.write(
          folder.resolve(name.substring(1)), content.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void upload() {
    device.attempt(open -> person.say("uploaded " + open.uploads().uploadNow()));
    person.lookForOverrides();
  }

  private void tend(UploadItem item) {
    boolean isOver = item.state() == UploadState.DONE || item.state() == UploadState.REFUSED;
    if (!isOver && dice.chance(25)) {
      handInAgain(item);
      return;
    }
    person.say("tends " + item);
    switch (item.state()) {
      case WAITING, UPLOADING -> {
        if (dice.chance(30)) {
          giveUp(item);
        } else {
          device.attempt(open -> open.uploads().pause(item.id()));
        }
      }
      case PAUSED -> device.attempt(open -> open.uploads().resume(item.id()));
      case PARKED -> device.attempt(open -> open.uploads().retry(item.id()));
      case ATTACHING, DONE, REFUSED, CANCELLED -> {}
    }
  }

  /** As somebody does who has not seen that it is on its way; it must stay one file. */
  private void handInAgain(UploadItem item) {
    person.say("hands in again " + item);
    RecordKey key = item.record();
    Attachment to =
        Attachment.to(key.type().value(), key.id().value(), item.field().toString())
            .in(key.space());
    Path file = folder.resolve(item.field().tokens().get(0));
    device.attempt(open -> open.uploads().enqueue(file, to));
  }

  /** Deals with all that waits for the person. */
  void tendAll(boolean givingUp) {
    for (UploadItem item : device.client().uploads().list()) {
      boolean refused = item.state() == UploadState.REFUSED;
      if (refused || (givingUp && item.state() == UploadState.PARKED)) {
        giveUp(item);
      } else {
        boolean waits = item.state() == UploadState.PAUSED || item.state() == UploadState.PARKED;
        if (waits) {
          tend(item);
        }
      }
    }
  }

  private void giveUp(UploadItem item) {
    person.say("gives up " + item);
    device.attempt(
        open -> {
          if (!open.uploads().cancel(item.id())) {
            open.uploads().dismiss(item.id());
          }
        });
    boolean listed =
        device.client().uploads().list().stream().anyMatch(now -> now.id().equals(item.id()));
    if (!listed) {
      ledger.add(new Happening.FileGivenUp(device.number, item.id()));
    }
  }

  /** Watches the device's writes: the client edits records by itself when a file has arrived. */
  static StoreObserver watching(StoreObserver next, Supplier<Postbox> postbox) {
    return new StoreObserver() {
      @Override
      public void beforeCommit(String write) {
        next.beforeCommit(write);
      }

      @Override
      public void afterCommit(String write) {
        if (write.equals("attach")) {
          postbox.get().noteAttached();
        }
        next.afterCommit(write);
      }
    };
  }

  private void noteAttached() {
    for (UploadItem item : device.client().uploads().list()) {
      String url = item.url();
      if (item.state() == UploadState.DONE && url != null) {
        String before = attached.put(item.id(), url);
        if (!url.equals(before)) {
          noteAttached(item, before);
        }
      }
    }
  }

  /**
   * @param before the address of the same file that the server had deleted; null: there was none
   */
  private void noteAttached(UploadItem item, @Nullable String before) {
    Document now = device.local(item.record());
    if (now == null) {
      throw new IllegalStateException(item + " is attached to nothing");
    }
    String field = item.field().tokens().get(0);
    Document without = Document.of(now.json().without(field));
    Document withOld =
        before == null ? without : Document.of(now.json().with(field, new JsonString(before)));
    person.attached(item.record(), without, withOld, now);
  }

  /** What goes on by itself, or waits for this person; other than for a conflict, or a space. */
  List<UploadItem> waiting(Set<SpaceId> writableSpaces, boolean forPerson) {
    List<UploadItem> waiting = new ArrayList<>();
    for (UploadItem item : device.client().uploads().list()) {
      boolean writable = writableSpaces.contains(item.record().space());
      boolean resting =
          item.state() == UploadState.PAUSED
              || item.state() == UploadState.PARKED
              || item.state() == UploadState.REFUSED;
      boolean over = item.state() == UploadState.DONE || item.state() == UploadState.CANCELLED;
      if (writable && !over && resting == forPerson && (forPerson || !isInConflict(item))) {
        waiting.add(item);
      }
    }
    return waiting;
  }

  private static boolean isInConflict(UploadItem item) {
    Problem problem = item.problem();
    return problem != null && problem.code().equals("RECORD_IN_CONFLICT");
  }
}
