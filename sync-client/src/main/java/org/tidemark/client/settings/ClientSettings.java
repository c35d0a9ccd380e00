package org.tidemark.client.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.environment.Environment;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/**
 * Everything that a client can be told; {@link #of} gives the usual values.
 *
 * @param server the server's address up to and with {@code /sync}; the database is for it alone
 * @param user whose records these are; the database is for this user alone
 * @param token gives a bearer token, asked before each request; one that names another user is
 *     refused with SIGN_IN, and nothing is sent
 * @param database the SQLite file; its lock and its log stand beside it
 * @param space where records live when no space is named; null: the user's personal space
 * @param types the entity types to pull; none: all
 * @param transport the way to the server; null: HTTP
 * @param media the way to the server's media; null: HTTP
 * @param observer sees each durable write
 */
public record ClientSettings(
    URI server,
    String user,
    Supplier<String> token,
    Path database,
    @Nullable SpaceId space,
    SortedSet<EntityType> types,
    RetrySettings retry,
    Timing timing,
    Sizes sizes,
    UndoSettings undo,
    UploadSettings uploads,
    LogSettings log,
    Environment environment,
    @Nullable Transport transport,
    @Nullable MediaTransport media,
    StoreObserver observer) {

  public ClientSettings {
    token = OwnToken.of(token, user);
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }

  /** The usual settings. */
  public static ClientSettings of(URI server, String user, Supplier<String> token, Path database) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        null,
        Collections.emptySortedSet(),
        RetrySettings.USUAL,
        Timing.USUAL,
        Sizes.USUAL,
        UndoSettings.USUAL,
        UploadSettings.USUAL,
        LogSettings.USUAL,
        Environment.system(),
        null,
        null,
        StoreObserver.NONE);
  }

  /** The space that counts where none is named. */
  public SpaceId usualSpace() {
    SpaceId named = space;
    return named == null ? SpaceId.personal(user) : named;
  }

  public ClientSettings withDatabase(Path value) {
    return changed(change -> change.database = value);
  }

  public ClientSettings withSpace(SpaceId value) {
    return changed(change -> change.space = value);
  }

  public ClientSettings withTypes(EntityType... value) {
    return changed(change -> change.types = new TreeSet<>(Arrays.asList(value)));
  }

  public ClientSettings withRetry(RetrySettings value) {
    return changed(change -> change.retry = value);
  }

  public ClientSettings withTiming(Timing value) {
    return changed(change -> change.timing = value);
  }

  public ClientSettings withSizes(Sizes value) {
    return changed(change -> change.sizes = value);
  }

  public ClientSettings withUndo(UndoSettings value) {
    return changed(change -> change.undo = value);
  }

  public ClientSettings withUploads(UploadSettings value) {
    return changed(change -> change.uploads = value);
  }

  public ClientSettings withLog(LogSettings value) {
    return changed(change -> change.log = value);
  }

  public ClientSettings withEnvironment(Environment value) {
    return changed(change -> change.environment = value);
  }

  public ClientSettings withTransport(Transport value) {
    return changed(change -> change.transport = value);
  }

  public ClientSettings withMedia(MediaTransport value) {
    return changed(change -> change.media = value);
  }

  public ClientSettings withObserver(StoreObserver value) {
    return changed(change -> change.observer = value);
  }

  private ClientSettings changed(Consumer<Change> edit) {
    Change change = new Change(this);
    edit.accept(change);
    return change.made();
  }

  /** All that may differ between settings of the same data. */
  private static final class Change {
    private final ClientSettings before;
    private Path database;
    private @Nullable SpaceId space;
    private SortedSet<EntityType> types;
    private RetrySettings retry;
    private Timing timing;
    private Sizes sizes;
    private UndoSettings undo;
    private UploadSettings uploads;
    private LogSettings log;
    private Environment environment;
    private @Nullable Transport transport;
    private @Nullable MediaTransport media;
    private StoreObserver observer;

    Change(ClientSettings before) {
      this.before = before;
      this.database = before.database;
      space = before.space;
      types = before.types;
      retry = before.retry;
      timing = before.timing;
      sizes = before.sizes;
      undo = before.undo;
      uploads = before.uploads;
      log = before.log;
      environment = before.environment;
      transport = before.transport;
      media = before.media;
      observer = before.observer;
    }

    ClientSettings made() {
      return new ClientSettings(
          before.server,
          before.user,
          before.token,
          database,
          space,
          types,
          retry,
          timing,
          sizes,
          undo,
          uploads,
          log,
          environment,
          transport,
          media,
          observer);
    }
  }
}
