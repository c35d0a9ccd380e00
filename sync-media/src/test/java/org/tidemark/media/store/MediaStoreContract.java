package org.tidemark.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.ImageHeaders;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.media.UploadPlan;

/** What every store of media has to do. */
abstract class MediaStoreContract {

  /** S3 takes no smaller part but the last. */
  static final int PART = 5 << 20;

  static final Random RANDOM = new Random(20_260_214);
  private static final ContentType WAVE = new ContentType("audio/x-wav");

  abstract MediaStore store();

  Staging begin(long sizeBytes) {
    Staging unhandled =
        new Staging(uploadId(), new UploadPlan(sizeBytes, Math.max(PART, 1)), WAVE, "");
    return new Staging(unhandled.upload(), unhandled.plan(), WAVE, store().begin(unhandled));
  }

  static UploadId uploadId() {
    return UploadId.ofRandom(random(UploadId.RANDOM_BYTES));
  }

  static ContentKey contentKey() {
    return ContentKey.ofRandom(random(ContentKey.RANDOM_BYTES));
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  ReceivedPart send(Staging staging, int number, byte[] bytes) throws Exception {
    return store()
        .receive(staging, number, bytes.length, bytes.length, new ByteArrayInputStream(bytes));
  }

  /** Sends a file in parts, last part first. */
  void sendAll(Staging staging, byte[] file) throws Exception {
    for (int number = staging.plan().parts(); number >= 1; number--) {
      int from = (number - 1) * PART;
      send(
          staging,
          number,
          Arrays.copyOfRange(file, from, from + (int) staging.plan().sizeOf(number)));
    }
  }

  Assembled assembled(Staging staging) throws BytesGone {
    return store().assemble(staging, store().parts(staging));
  }

  ContentKey published(byte[] file) throws Exception {
    Staging staging = begin(file.length);
    sendAll(staging, file);
    ContentKey key = contentKey();
    store().publish(staging, assembled(staging), key);
    store().discard(staging.upload(), staging.handle());
    return key;
  }

  byte[] read(ContentKey key, long from, long length) throws Exception {
    try (InputStream in = store().open(key, from, length)) {
      return in.readAllBytes();
    }
  }

  @Test
  void onePart_isStoredUnderItsKey() throws Exception {
    byte[] file = random(12_345);
    Staging staging = begin(file.length);
    ReceivedPart part = send(staging, 1, file);

    assertThat(store().parts(staging)).containsExactly(part);
    Assembled whole = assembled(staging);
    assertThat(whole.sizeBytes()).isEqualTo(file.length);
    assertThat(whole.sha256()).isEqualTo(sha256(file));
    assertThat(whole.head()).isEqualTo(file);
    try (InputStream in = store().openAssembled(staging, whole)) {
      assertThat(in.readAllBytes()).isEqualTo(file);
    }
    ContentKey key = contentKey();
    store().publish(staging, whole, key);
    store().discard(staging.upload(), staging.handle());
    assertThat(store().has(key, file.length)).isTrue();
    assertThat(store().has(key, file.length + 1)).isFalse();
    assertThat(read(key, 0, file.length)).isEqualTo(file);
  }

  @Test
  void parts_outOfOrder_makeOneFile() throws Exception {
    byte[] file = random(2 * PART + 77);
    Staging staging = begin(file.length);
    sendAll(staging, file);

    assertThat(store().parts(staging)).extracting(ReceivedPart::number).containsExactly(1, 2, 3);
    Assembled whole = assembled(staging);
    assertThat(whole.sizeBytes()).isEqualTo(file.length);
    assertThat(whole.sha256()).isEqualTo(sha256(file));
    assertThat(whole.head()).isEqualTo(Arrays.copyOf(file, ImageHeaders.HEAD_BYTES));
  }

  @Test
  void assembledTwice_asAfterACrash_isTheSame() throws Exception {
    byte[] file = random(PART + 1);
    Staging staging = begin(file.length);
    sendAll(staging, file);
    assembled(staging);

    assertThat(store().parts(staging)).hasSize(2);
    Assembled again = assembled(staging);
    assertThat(again.sha256()).isEqualTo(sha256(file));
    ContentKey key = contentKey();
    store().publish(staging, again, key);
    store().publish(staging, again, key);
    assertThat(read(key, 0, file.length)).isEqualTo(file);
  }

  @Test
  void part_sentAgain_takesThePlaceOfTheFirst() throws Exception {
    byte[] first = random(PART);
    byte[] second = random(PART);
    Staging staging = begin(PART + 1);
    ReceivedPart before = send(staging, 1, first);
    ReceivedPart after = send(staging, 1, second);
    send(staging, 2, new byte[1]);

    assertThat(after.etag()).isNotEqualTo(before.etag());
    assertThat(store().parts(staging)).hasSize(2).contains(after);
    assertThat(assembled(staging).head()).isEqualTo(Arrays.copyOf(second, ImageHeaders.HEAD_BYTES));
  }

  @Test
  void body_tooShortOrTooLong_isNotKept() {
    Staging staging = begin(100);
    for (int length : new int[] {0, 99, 101, 1_000_000}) {
      assertThatThrownBy(
              () ->
                  store().receive(staging, 1, 100, 100, new ByteArrayInputStream(new byte[length])))
          .isInstanceOf(SizeMismatch.class);
      assertThat(store().parts(staging)).isEmpty();
    }
  }

  @Test
  void body_thatBreaksOff_isNotKept() {
    Staging staging = begin(100);
    assertThatThrownBy(() -> store().receive(staging, 1, 100, 100, new BreaksOff()))
        .isInstanceOf(IOException.class);
    assertThat(store().parts(staging)).isEmpty();
  }

  @Test
  void discarded_leavesNothing_andMayBeRepeated() throws Exception {
    Staging one = begin(10);
    send(one, 1, random(10));
    Staging several = begin(PART + 1);
    send(several, 1, random(PART));
    for (Staging staging : List.of(one, several)) {
      store().discard(staging.upload(), staging.handle());
      store().discard(staging.upload(), staging.handle());
      assertThat(store().parts(staging)).isEmpty();
      assertThatThrownBy(() -> store().assemble(staging, List.of(new ReceivedPart(1, 10, "x"))))
          .isInstanceOfAny(BytesGone.class, StoreException.class);
    }
    assertThat(store().staged("", 1_000))
        .extracting(StagedName::upload)
        .doesNotContain(one.upload(), several.upload());
  }

  @Test
  void replacedAfterItWasLookedAt_isNotPublished() throws Exception {
    Staging staging = begin(10);
    send(staging, 1, random(10));
    Assembled looked = assembled(staging);
    send(staging, 1, random(10));

    assertThatThrownBy(() -> store().publish(staging, looked, contentKey()))
        .isInstanceOf(BytesGone.class);
  }

  @Test
  void ranges_giveTheirBytes() throws Exception {
    byte[] file = random(300_000);
    ContentKey key = published(file);

    assertThat(read(key, 0, 1)).containsExactly(file[0]);
    assertThat(read(key, 299_999, 1)).containsExactly(file[299_999]);
    assertThat(read(key, 100_000, 150_000)).isEqualTo(Arrays.copyOfRange(file, 100_000, 250_000));
    assertThat(read(key, 5, 0)).isEmpty();
  }

  @Test
  void emptyFile_isStored() throws Exception {
    ContentKey key = published(new byte[0]);
    assertThat(store().has(key, 0)).isTrue();
    assertThat(read(key, 0, 0)).isEmpty();
  }

  @Test
  void deleted_isGone_andMayBeRepeated() throws Exception {
    ContentKey key = published(random(10));
    store().delete(key);
    store().delete(key);

    assertThat(store().has(key, 10)).isFalse();
    assertThatThrownBy(() -> store().open(key, 0, 10)).isInstanceOf(BytesGone.class);
  }

  @Test
  void listing_inPages_findsEverythingOnce() throws Exception {
    Instant before = Instant.EPOCH;
    Set<UploadId> staged = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Staging one = begin(10);
      send(one, 1, random(10));
      Staging several = begin(PART + 1);
      staged.add(one.upload());
      staged.add(several.upload());
    }
    Set<ContentKey> stored =
        Set.of(published(random(1)), published(random(2)), published(random(3)));

    Set<UploadId> stagedFound = new HashSet<>();
    String after = "";
    for (List<StagedName> page = store().staged(after, 2);
        !page.isEmpty();
        page = store().staged(after, 2)) {
      assertThat(page).allSatisfy(name -> assertThat(name.since()).isAfter(before));
      page.forEach(name -> assertThat(stagedFound.add(name.upload())).isTrue());
      after = page.get(page.size() - 1).place();
    }
    assertThat(stagedFound).containsAll(staged);

    Set<ContentKey> storedFound = new HashSet<>();
    after = "";
    for (List<StoredName> page = store().stored(after, 2);
        !page.isEmpty();
        page = store().stored(after, 2)) {
      page.forEach(name -> assertThat(storedFound.add(name.key())).isTrue());
      after = page.get(page.size() - 1).key().value();
    }
    assertThat(storedFound).containsAll(stored);
  }

  @Test
  void stagedName_isEnoughToDiscard() throws Exception {
    Staging several = begin(PART + 1);
    send(several, 1, random(PART));
    StagedName name =
        store().staged("", 1_000).stream()
            .filter(found -> found.upload().equals(several.upload()))
            .findFirst()
            .orElseThrow();
    store().discard(name.upload(), name.handle());

    assertThat(store().parts(several)).isEmpty();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that is lost after some bytes. */
  private static final class BreaksOff extends InputStream {
    private int left = 50;

    @Override
    public int read() throws IOException {
      if (left-- <= 0) {
        throw new IOException("the connection was lost");
      }
      return 1;
    }
  }
}
