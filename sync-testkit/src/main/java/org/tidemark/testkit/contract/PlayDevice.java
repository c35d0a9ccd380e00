package org.tidemark.testkit.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.resolve.Resolution;

/** A device in a play: sends what it is told, and remembers its cursor. */
final class PlayDevice {
  private static final int PAGE = 500;
  private static final long SEQUENCE = 1_000_000;

  private final Play play;
  private final Transport transport;
  private final ClientId clientId;
  private final Transcript transcript;
  private @Nullable String cursor;

  PlayDevice(Play play, Transport transport, ClientId clientId, Transcript transcript) {
    this.play = play;
    this.transport = transport;
    this.clientId = clientId;
    this.transcript = transcript;
  }

  ClientId clientId() {
    return clientId;
  }

  ItemAnswer push(Edit edit) {
    return pushAll(edit).get(0);
  }

  List<ItemAnswer> pushAll(Edit... edits) {
    try {
      return tryPush(Arrays.asList(edits), 0);
    } catch (TransportException e) {
      throw new AssertionError(transcript.text(), e);
    }
  }

  /** Pushes with a clock that is wrong by so many seconds. */
  ItemAnswer pushWithClock(long wrongBySeconds, Edit edit) {
    try {
      return tryPush(List.of(edit), wrongBySeconds).get(0);
    } catch (TransportException e) {
      throw new AssertionError(transcript.text(), e);
    }
  }

  /** The code of the refusal of the whole request; "" where there is none. */
  String refusal(Edit... edits) {
    try {
      tryPush(Arrays.asList(edits), 0);
      return "";
    } catch (TransportException e) {
      transcript.failure(e);
      return Transcript.code(e);
    }
  }

  private List<ItemAnswer> tryPush(List<Edit> edits, long wrongBySeconds)
      throws TransportException {
    transcript.line(clientId + " pushes " + edits);
    PushRequest request =
        new PushRequest(
            clientId,
            play.server().now().plusSeconds(wrongBySeconds),
            edits.stream().map(edit -> edit.by(clientId)).toList());
    List<ItemAnswer> items = transport.push(request).results();
    // A wrong clock is corrected by the server's own, whose times no other server has.
    items.forEach(
        item ->
            transcript.line("  " + transcript.item(wrongBySeconds == 0 ? item : timeless(item))));
    return items;
  }

  private static ItemAnswer timeless(ItemAnswer item) {
    return new ItemAnswer(
        item.mutationId(),
        item.status(),
        item.version(),
        null,
        item.deleted(),
        item.data(),
        item.conflict(),
        item.error());
  }

  /** Pulls on from where the last pull ended. */
  PullPage pull(int limit, String... types) {
    try {
      return tryPull(cursor, limit, types);
    } catch (TransportException e) {
      throw new AssertionError(transcript.text(), e);
    }
  }

  /** Pulls until there is no more; gives the changes of all pages. */
  List<Change> pullAll() {
    List<Change> changes = new ArrayList<>();
    PullPage page;
    do {
      page = pull(PAGE);
      changes.addAll(page.changes());
    } while (page.hasMore());
    return changes;
  }

  /** The code of the refusal of a pull with this cursor; "" where there is none. */
  String pullRefusal(@Nullable String from, int limit, String... types) {
    try {
      tryPull(from, limit, types);
      return "";
    } catch (TransportException e) {
      transcript.failure(e);
      return Transcript.code(e);
    }
  }

  @Nullable String cursor() {
    return cursor;
  }

  void startAfresh() {
    cursor = null;
  }

  private PullPage tryPull(@Nullable String from, int limit, String... types)
      throws TransportException {
    transcript.line(clientId + " pulls " + limit + " " + Arrays.toString(types));
    SortedSet<EntityType> wanted = new TreeSet<>();
    for (String type : types) {
      wanted.add(new EntityType(type));
    }
    PullPage page = transport.pull(new PullRequest(clientId, from, limit, wanted));
    transcript.page(page);
    cursor = page.cursor();
    return page;
  }

  ItemAnswer resolve(String conflictId, Resolution resolution, int version) {
    return resolve(play.newMutationId(), conflictId, resolution, version, null);
  }

  ItemAnswer merge(String conflictId, int version, String data) {
    return resolve(play.newMutationId(), conflictId, Resolution.MERGE, version, data);
  }

  ItemAnswer resolve(
      String id, String conflictId, Resolution resolution, int version, @Nullable String data) {
    transcript.line(clientId + " settles by " + resolution + " v" + version + " " + data);
    try {
      ItemAnswer item =
          transport.resolveConflict(
              new ResolveRequest(
                  clientId,
                  new MutationId(id),
                  conflictId,
                  resolution,
                  data == null ? null : Edit.document(data),
                  version,
                  Edit.NOON,
                  SEQUENCE));
      transcript.line("  " + transcript.item(item));
      return item;
    } catch (TransportException e) {
      throw new AssertionError(transcript.text(), e);
    }
  }
}
