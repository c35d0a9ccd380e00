package org.tidemark.media.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ImageHeaders;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.UploadId;
import org.tidemark.media.sign.UrlSigner;

/**
 * Keeps media in a folder, which several servers may share.
 *
 * <p>{@code staging/<upload>/} has an upload's parts, {@code stored/<xx>/<key>} what was published.
 * Bytes are written to a file of another name first, made durable and moved into place; then the
 * folder is made durable. What a crash leaves half done has a name that nobody reads, and goes with
 * the folder of its upload. Publishing gives the file a second name, so it costs nothing and can be
 * repeated.
 */
public final class FileMediaStore implements MediaStore {

  /** The path of the door for signed parts; the upload and the part's number follow. */
  public static final String PARTS_PATH = "/api/v1/media/signed/";

  private static final String WHOLE = "whole";
  private static final String HALF = ".half";
  private static final int SHARD_CHARACTERS = 2;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong lastArrival = new AtomicLong();
  private final Path staging;
  private final Path stored;
  private final UrlSigner signer;
  private final InstantSource clock;
  private final HashThreads threads = new HashThreads();

  private FileMediaStore(Path folder, UrlSigner signer, InstantSource clock) {
    this.staging = folder.resolve("staging");
    this.stored = folder.resolve("stored");
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Opens the folder, which is made where there is none.
   *
   * @throws UncheckedIOException when it cannot be used
   */
  public static FileMediaStore open(Path folder, UrlSigner signer, InstantSource clock) {
    FileMediaStore store = new FileMediaStore(folder, signer, clock);
    try {
      Files.createDirectories(store.staging);
      Files.createDirectories(store.stored);
    } catch (IOException e) {
      throw new UncheckedIOException("The media folder " + folder + " cannot be used", e);
    }
    return store;
  }

  @Override
  public String begin(Staging unhandled) {
    try {
      Files.createDirectories(folder(unhandled.upload()));
      Disk.syncFolder(staging);
      return "";
    } catch (IOException e) {
      throw new StoreException("an upload cannot begin", e);
    }
  }

  @Override
  public PartUrl partUrl(Staging staging, int number, Instant now, Instant expiresAt) {
    long size = staging.plan().sizeOf(number);
    // Slices of a file have no type in a browser; a file that is sent whole has its own.
    String type = staging.plan().parts() == 1 ? staging.type().value() : "";
    Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);
    return new PartUrl(
        number,
        size,
        "PUT",
        signer.sign("PUT", partPath(staging.upload(), number), size, type, expiresAt),
        headers,
        expiresAt);
  }

  /** The path that a part's signed URL has. */
  public static String partPath(UploadId upload, int number) {
    return PARTS_PATH + upload + "/" + number;
  }

  @Override
  public ReceivedPart receive(
      Staging staging, int number, long leastBytes, long mostBytes, InputStream body)
      throws SizeMismatch, IOException, BytesGone {
    Path folder = folder(staging.upload());
    String arrival = PartFile.arrival(nextArrival(), unique());
    Path half = folder.resolve(arrival + HALF);
    boolean done = false;
    try {
      HashedCopy copy = HashedCopy.ofPart(threads);
      try (FileChannel file =
          FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = Channels.newOutputStream(file);
        copy.pass(body, out, mostBytes);
        if (copy.copied() < leastBytes || copy.copied() > mostBytes) {
          throw new SizeMismatch(copy.copied());
        }
        file.force(true);
      }
      PartFile part = PartFile.of(number, arrival, copy.copied(), copy.sha256());
      Disk.moveInto(half, folder.resolve(part.fileName()));
      done = true;
      removeOlder(folder, part);
      return part.part();
    } catch (BodyBroken e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new BytesGone("the upload " + staging.upload() + " was discarded");
    } catch (IOException e) {
      throw new StoreException("a part cannot be written", e);
    } finally {
      if (!done) {
        Files.deleteIfExists(half);
      }
    }
  }

  /** Microseconds that rise with each part, so that the later of two of one moment counts. */
  private long nextArrival() {
    long now = clock.millis() * 1_000;
    return lastArrival.updateAndGet(last -> Math.max(last + 1, now));
  }

  /** Each removes only what came before it, so of several at once the last one stays. */
  private static void removeOlder(Path folder, PartFile part) throws IOException {
    for (PartFile other : files(folder)) {
      if (other.part().number() == part.part().number()
          && other.arrival().compareTo(part.arrival()) < 0) {
        Files.deleteIfExists(folder.resolve(other.fileName()));
      }
    }
  }

  @Override
  public List<ReceivedPart> parts(Staging staging) {
    return newest(staging.upload()).values().stream().map(PartFile::part).toList();
  }

  private Map<Integer, PartFile> newest(UploadId upload) {
    try {
      Map<Integer, PartFile> newest = new TreeMap<>();
      for (PartFile file : files(folder(upload))) {
        newest.merge(
            file.part().number(), file, (a, b) -> PartFile.BY_ARRIVAL.compare(a, b) < 0 ? b : a);
      }
      return newest;
    } catch (IOException e) {
      throw new StoreException("the parts of an upload cannot be listed", e);
    }
  }

  private static List<PartFile> files(Path folder) throws IOException {
    return Disk.names(folder).stream().map(PartFile::parse).flatMap(Optional::stream).toList();
  }

  @Override
  public Assembled assemble(Staging staging, List<ReceivedPart> parts) throws BytesGone {
    Path folder = folder(staging.upload());
    Map<Integer, PartFile> newest = newest(staging.upload());
    List<PartFile> files = new ArrayList<>();
    for (ReceivedPart part : parts) {
      PartFile file = newest.get(part.number());
      if (file == null || !file.part().equals(part)) {
        throw new BytesGone("part " + part.number() + " of " + staging.upload());
      }
      files.add(file);
    }
    try {
      if (files.size() == 1) {
        // It was hashed when it came.
        PartFile only = files.get(0);
        return new Assembled(
            only.part().sizeBytes(),
            only.part().etag(),
            head(folder.resolve(only.fileName())),
            only.fileName());
      }
      return join(folder, files);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new BytesGone("a part of " + staging.upload());
    } catch (IOException e) {
      throw new StoreException("an upload cannot be put together", e);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ImageHeaders.HEAD_BYTES);
    }
  }

  private Assembled join(Path folder, List<PartFile> files) throws IOException {
    HashedCopy copy = HashedCopy.ofFile(threads);
    Path half = folder.resolve(unique() + HALF);
    boolean done = false;
    try {
      try (FileChannel whole =
          FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = Channels.newOutputStream(whole);
        for (PartFile file : files) {
          try (InputStream in = Files.newInputStream(folder.resolve(file.fileName()))) {
            copy.pass(in, out, file.part().sizeBytes());
          }
        }
        whole.force(true);
      }
      String version = WHOLE + "-" + copy.sha256();
      Disk.moveInto(half, folder.resolve(version));
      done = true;
      String sha256 = version.substring(WHOLE.length() + 1);
      return new Assembled(copy.copied(), sha256, copy.head(), version);
    } finally {
      if (!done) {
        Files.deleteIfExists(half);
      }
    }
  }

  @Override
  public InputStream openAssembled(Staging staging, Assembled assembled) throws BytesGone {
    try {
      return Files.newInputStream(folder(staging.upload()).resolve(assembled.version()));
    } catch (NoSuchFileException e) {
      throw new BytesGone("what was assembled of " + staging.upload());
    } catch (IOException e) {
      throw new StoreException("an upload cannot be read", e);
    }
  }

  @Override
  public void publish(Staging staging, Assembled assembled, ContentKey key) throws BytesGone {
    Path from = folder(staging.upload()).resolve(assembled.version());
    Path to = path(key);
    try {
      Path shard = stored.resolve(shard(key.value()));
      if (!Files.isDirectory(shard)) {
        Files.createDirectories(shard);
        Disk.syncFolder(stored);
      }
      // Its age counts from now: the search for files without a row leaves young ones alone.
      Files.setLastModifiedTime(from, FileTime.from(clock.instant()));
      Disk.link(from, to);
    } catch (NoSuchFileException e) {
      throw new BytesGone("what was assembled of " + staging.upload());
    } catch (IOException e) {
      throw new StoreException("a file cannot be published", e);
    }
  }

  @Override
  public void discard(UploadId upload, String handle) {
    try {
      Disk.deleteFolder(folder(upload));
    } catch (IOException e) {
      throw new StoreException("staged bytes cannot be removed", e);
    }
  }

  @Override
  public InputStream open(ContentKey key, long fromByte, long lengthBytes) throws BytesGone {
    try {
      FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
      return new Slice(Channels.newInputStream(channel.position(fromByte)), lengthBytes);
    } catch (NoSuchFileException e) {
      throw new BytesGone("the file " + key);
    } catch (IOException e) {
      throw new StoreException("a file cannot be read", e);
    }
  }

  @Override
  public boolean has(ContentKey key, long sizeBytes) {
    try {
      return Files.size(path(key)) == sizeBytes;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new StoreException("a file cannot be looked at", e);
    }
  }

  @Override
  public void delete(ContentKey key) {
    try {
      Files.deleteIfExists(path(key));
    } catch (IOException e) {
      throw new StoreException("a file cannot be removed", e);
    }
  }

  @Override
  public List<StagedName> staged(String after, int limit) {
    try {
      List<StagedName> found = new ArrayList<>();
      for (String name : Disk.names(staging)) {
        if (name.compareTo(after) > 0 && UploadId.is(name) && found.size() < limit) {
          since(staging.resolve(name))
              .ifPresent(since -> found.add(new StagedName(name, new UploadId(name), "", since)));
        }
      }
      return found;
    } catch (IOException e) {
      throw new StoreException("staged uploads cannot be listed", e);
    }
  }

  @Override
  public List<StoredName> stored(String after, int limit) {
    try {
      List<StoredName> found = new ArrayList<>();
      for (String shard : Disk.names(stored)) {
        if (found.size() < limit && shard.compareTo(shard(after)) >= 0) {
          addFrom(shard, after, limit, found);
        }
      }
      return found;
    } catch (IOException e) {
      throw new StoreException("files cannot be listed", e);
    }
  }

  private void addFrom(String shard, String after, int limit, List<StoredName> found)
      throws IOException {
    for (String name : Disk.names(stored.resolve(shard))) {
      if (name.compareTo(after) > 0 && ContentKey.is(name) && found.size() < limit) {
        since(stored.resolve(shard).resolve(name))
            .ifPresent(since -> found.add(new StoredName(new ContentKey(name), since)));
      }
    }
  }

  private static Optional<Instant> since(Path path) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(path).toInstant());
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.close();
  }

  private Path folder(UploadId upload) {
    return staging.resolve(upload.value());
  }

  private Path path(ContentKey key) {
    return stored.resolve(shard(key.value())).resolve(key.value());
  }

  /** Files lie in a thousand folders, so that none grows too large. */
  private static String shard(String key) {
    return key.substring(0, Math.min(SHARD_CHARACTERS, key.length()));
  }

  private String unique() {
    byte[] bytes = new byte[UploadId.RANDOM_BYTES];
    random.nextBytes(bytes);
    return UploadId.ofRandom(bytes).value();
  }
}
