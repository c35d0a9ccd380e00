package org.tidemark.it.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A client with an outbox: it edits on while its edits have no answer, and sends the whole outbox
 * again until each has one. An edit never changes once it is made; each names the edit before it
 * that was not answered yet, and the version that this chain of edits started from.
 */
final class OfflineClient {

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Instant FIRST_EDIT = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SHARED_RECORDS = 3;
  private static final int EDITS_OF_A_THREAD = 60;
  private static final int FULL_OUTBOX = 40;

  private final Wire wire;
  private final Device device;
  private final Workplace place;
  private final Random random;
  private final List<Edit> outbox = new ArrayList<>();
  private final Map<RecordName, KnownRecord> records = new HashMap<>();
  private int made;

  OfflineClient(Wire wire, Device device, Workplace place, long seed) {
    this.wire = wire;
    this.device = device;
    this.place = place;
    this.random = new Random(seed);
  }

  /** Edits and sends until told to stop; then the outbox is empty, unless it was interrupted. */
  void run(BooleanSupplier stopped) {
    try {
      while (!stopped.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
        compose();
        deliver();
      }
    } catch (RuntimeException | Error e) {
      place.books().broken(device.clientId() + ": " + e);
    }
  }

  private void compose() {
    for (var i = 1 + random.nextInt(6); i > 0; i--) {
      var space = place.spaces().get(random.nextInt(place.spaces().size()));
      switch (random.nextInt(4)) {
        case 0 -> edit(shared(space, Subject.COUNTER, ""), Subject.COUNTER);
        case 1 ->
            edit(
                shared(
                    space,
                    Subject.THREAD,
                    "-" + place.comments().getAndIncrement() / EDITS_OF_A_THREAD),
                Subject.THREAD);
        case 2 -> edit(shared(space, Subject.INVOICE, ""), Subject.INVOICE);
        default -> createAndGoOn(space);
      }
    }
  }

  private RecordName shared(String space, Subject subject, String suffix) {
    var id =
        place.name() + "-" + subject.entityType() + "-" + random.nextInt(SHARED_RECORDS) + suffix;
    return new RecordName(space, subject.entityType(), id);
  }

  private void createAndGoOn(String space) {
    var record =
        new RecordName(space, Subject.TASK.entityType(), device.clientId() + "-task-" + made);
    edit(record, Subject.TASK);
    edit(record, Subject.TASK);
    if (random.nextInt(4) == 0) {
      add(record, null, 0);
    }
  }

  private void edit(RecordName record, Subject subject) {
    var mark = device.clientId() + "-" + made;
    var local = records.computeIfAbsent(record, KnownRecord::new).local();
    var amount = 1 + random.nextInt(9);
    add(record, subject.edited(local, mark, amount), amount);
  }

  private void add(RecordName record, @Nullable String data, int amount) {
    var known = records.computeIfAbsent(record, KnownRecord::new);
    outbox.add(known.edit(data, FIRST_EDIT.plusMillis(made), made, amount));
    made++;
  }

  /** Sends the outbox until it is empty; an answer that was lost may be a reason to edit on. */
  private void deliver() {
    while (!outbox.isEmpty()) {
      try {
        book(device.push(wire, outbox));
      } catch (Unanswered later) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        if (later.isLost()) {
          place.books().lost(outbox.size());
        } else {
          place.books().turnedAway(outbox.size());
        }
        Await.pause(MOMENT);
        if (outbox.size() < FULL_OUTBOX && random.nextInt(4) == 0) {
          compose();
        }
      }
    }
  }

  private void book(List<Answer> answers) {
    var open = new ArrayList<Edit>();
    for (var i = 0; i < answers.size(); i++) {
      var edit = outbox.get(i);
      if (place.books().answered(device, edit, answers.get(i))) {
        learn(edit, answers.get(i));
      } else {
        open.add(edit);
      }
    }
    outbox.clear();
    outbox.addAll(open);
  }

  private void learn(Edit edit, Answer answer) {
    var known = records.computeIfAbsent(edit.record(), KnownRecord::new);
    known.learn(answer);
    if (known.isSettled() && edit.record().entityType().equals(Subject.TASK.entityType())) {
      records.remove(edit.record());
    }
  }
}
