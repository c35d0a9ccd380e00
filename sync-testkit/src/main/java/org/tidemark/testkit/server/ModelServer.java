package org.tidemark.testkit.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.record.Timestamps;

/**
 * The server in memory: what the protocol's page says, over the real decision core.
 *
 * <p>Only what the real server does around the core is written anew here: receipts, rights, feed,
 * conflicts and history. A contract suite, which runs against both, keeps the two alike. There are
 * no threads: a request is whole before the next begins, so there are no locks and no transactions.
 * Schemas of policies are not checked.
 */
public final class ModelServer {
  private final ModelSettings settings;
  private final InstantSource clock;
  private final Parts parts;
  private final Tables tables = new Tables();
  private final ModelMedia media;
  private int epochs = 1;

  /**
   * What the model is put together from, so that a test can plant a bug in one of them.
   *
   * @param conflictIds names for new conflicts
   */
  public record Parts(
      ReceiptBook receipts, Decisions decisions, Policies policies, Supplier<String> conflictIds) {}

  public ModelServer(ModelSettings settings, InstantSource clock, Parts parts) {
    this.settings = settings;
    this.clock = clock;
    this.parts = parts;
    this.media = new ModelMedia(clock, this::mayWrite, this::isNamed);
  }

  /** The files. */
  public ModelMedia media() {
    return media;
  }

  /** How long past states are kept: what was merged from an older one had no base. */
  public Duration historyLife() {
    return settings.historyLife();
  }

  private boolean mayWrite(String user, SpaceId space) {
    Role role = grants(user).get(space);
    return role != null && role != Role.VIEWER;
  }

  /** Whether a record, a kept revision or a conflict names a file. */
  private boolean isNamed(String url) {
    List<@Nullable Document> all = new ArrayList<>();
    tables.records.values().forEach(record -> all.add(record.state().data()));
    tables
        .revisions
        .values()
        .forEach(kept -> kept.forEach(revision -> all.add(revision.written().state().data())));
    tables.conflicts.values().forEach(conflict -> all.add(conflict.conflict().clientData()));
    String named = '"' + url + '"';
    return all.stream().anyMatch(data -> data != null && data.text().contains(named));
  }

  /** The way to the server for a user. */
  public Transport as(String user) {
    return new Door(new Caller(user, false));
  }

  public Transport asAdministrator(String user) {
    return new Door(new Caller(user, true));
  }

  /** Makes a user a member of a space, which is made where there is none, or changes the role. */
  public void admit(SpaceId space, String user, Role role) {
    tables.space(space).members.put(user, role);
  }

  public void dismiss(SpaceId space, String user) {
    tables.space(space).members.remove(user);
  }

  /** What the timers do: receipts, old revisions and old tombstones end. */
  public void clean() {
    Instant now = now();
    parts.receipts().removeExpired(now);
    Instant oldest = now.minus(settings.historyLife());
    for (List<Revision> revisions : tables.revisions.values()) {
      revisions.removeIf(revision -> revision.written().writer().at().isBefore(oldest));
    }
    Instant lastSeen = now.minus(settings.tombstoneLife());
    tables.records.replaceAll(
        (key, record) ->
            record.state().deleted() && record.written().writer().at().isBefore(lastSeen)
                ? new StoredRecord(record.written(), record.seq(), true)
                : record);
  }

  /**
   * Takes a backup. To run it restores that, and renews the epoch as an operator has to: all
   * cursors end. Members and policies stay as they are by then.
   */
  public Runnable backup() {
    Runnable tablesThen = tables.backup();
    Runnable receiptsThen = parts.receipts().backup();
    return () -> {
      tablesThen.run();
      receiptsThen.run();
      tables.epoch = "epoch-" + ++epochs;
    };
  }

  /** Puts policies in force, everywhere or in one space. */
  public void change(Policies policies, @Nullable SpaceId space) {
    parts.policies().change(policies, space);
  }

  /** All records, tombstones included, purged ones too. */
  public SortedMap<RecordKey, StoredRecord> records() {
    return Collections.unmodifiableSortedMap(tables.records);
  }

  public Optional<StoredRecord> record(RecordKey key) {
    return Optional.ofNullable(tables.records.get(key));
  }

  /** The past states of a record, oldest first, with the sides that lost beside them. */
  public List<Revision> revisions(RecordKey key) {
    List<Revision> revisions = new ArrayList<>(tables.revisions.getOrDefault(key, List.of()));
    revisions.sort(Comparator.comparingInt(revision -> revision.written().state().version()));
    return revisions;
  }

  /** All conflicts, closed ones too, in the order in which they were found. */
  public Collection<StoredConflict> conflicts() {
    return Collections.unmodifiableCollection(tables.conflicts.values());
  }

  public Optional<String> openConflict(RecordKey key, ClientId client) {
    return Optional.ofNullable(tables.openConflict(key, client));
  }

  public SortedMap<SpaceId, Role> grants(String user) {
    return tables.grants(new Caller(user, false));
  }

  private Instant now() {
    return Timestamps.cut(clock.instant());
  }

  /** One user's requests. */
  private final class Door implements Transport {
    private final Caller caller;

    Door(Caller caller) {
      this.caller = caller;
    }

    @Override
    public PushAnswer push(PushRequest request) throws TransportException {
      return new Pushing(settings, tables, parts).push(caller, request, now());
    }

    @Override
    public PullPage pull(PullRequest request) throws TransportException {
      return new Pulling(settings, tables).pull(caller, request, now());
    }

    @Override
    public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
      return new Resolving(settings, tables, parts).resolve(caller, request, now());
    }

    @Override
    public List<PolicyAnswer> policies() {
      return parts.policies().answers();
    }

    @Override
    public List<SpaceGrant> spaces() {
      List<SpaceGrant> grants = new ArrayList<>();
      tables
          .grants(caller)
          .forEach((space, role) -> grants.add(new SpaceGrant(space, role.name())));
      return grants;
    }

    @Override
    public void listen(Runnable onChange) throws TransportException {
      throw new TransportException(new TransportFailure.NoAnswer("the model announces nothing"));
    }

    @Override
    public void close() {}
  }
}
