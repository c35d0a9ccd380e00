package org.tidemark.client.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
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
 * @param token gives a bearer token, asked before each request
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

  public ClientSettings withSpace(SpaceId value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        value,
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

  public ClientSettings withTypes(EntityType... value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        new TreeSet<>(Arrays.asList(value)),
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

  public ClientSettings withRetry(RetrySettings value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        value,
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

  public ClientSettings withTiming(Timing value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        retry,
        value,
        sizes,
        undo,
        uploads,
        log,
        environment,
        transport,
        media,
        observer);
  }

  public ClientSettings withSizes(Sizes value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        retry,
        timing,
        value,
        undo,
        uploads,
        log,
        environment,
        transport,
        media,
        observer);
  }

  public ClientSettings withUndo(UndoSettings value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        retry,
        timing,
        sizes,
        value,
        uploads,
        log,
        environment,
        transport,
        media,
        observer);
  }

  public ClientSettings withUploads(UploadSettings value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        retry,
        timing,
        sizes,
        undo,
        value,
        log,
        environment,
        transport,
        media,
        observer);
  }

  public ClientSettings withLog(LogSettings value) {
    return new ClientSettings(
        server,
        user,
        token,
        database,
        space,
        types,
        retry,
        timing,
        sizes,
        undo,
        uploads,
        value,
        environment,
        transport,
        media,
        observer);
  }

  public ClientSettings withEnvironment(Environment value) {
    return new ClientSettings(
        server, user, token, database, space, types, retry, timing, sizes, undo, uploads, log,
        value, transport, media, observer);
  }

  public ClientSettings withTransport(Transport value) {
    return new ClientSettings(
        server,
        user,
        token,
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
        value,
        media,
        observer);
  }

  public ClientSettings withMedia(MediaTransport value) {
    return new ClientSettings(
        server,
        user,
        token,
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
        value,
        observer);
  }

  public ClientSettings withObserver(StoreObserver value) {
    return new ClientSettings(
        server,
        user,
        token,
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
        value);
  }
}
