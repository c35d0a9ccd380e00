package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.ImageHeaders;
import org.tidemark.core.media.ImageSize;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.core.media.MediaRejection.Code;
import org.tidemark.media.inspect.UploadInspector;
import org.tidemark.media.inspect.UploadInspector.InspectedFile;
import org.tidemark.media.store.Assembled;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StoreException;
import org.tidemark.media.type.ContentDetector;
import org.tidemark.server.settings.MediaSettings;

/** Judges what was received, before it is stored. */
@ApplicationScoped
public class ContentJudge {

  /** What came of it: an image's size where it is one, or why the file is not taken. */
  public record Judgement(@Nullable ImageSize image, @Nullable MediaRejection rejection) {
    static Judgement rejected(MediaRejection rejection) {
      return new Judgement(null, rejection);
    }
  }

  @Inject private MediaSettings settings;
  @Inject private ContentDetector detector;
  @Inject private MediaStore store;
  @Inject @Any private Instance<UploadInspector> inspectors;

  /** Judges a file by its bytes, against what was announced. */
  public Judgement judge(Upload upload, Assembled assembled) {
    if (assembled.sizeBytes() != upload.sizeBytes()) {
      return Judgement.rejected(
          MediaRejection.of(
              Code.SIZE_MISMATCH,
              "The file does not have the size that was announced.",
              "/size",
              assembled.sizeBytes() + " bytes came, " + upload.sizeBytes() + " were announced"));
    }
    String announced = upload.sha256();
    if (announced != null && !announced.equals(assembled.sha256())) {
      return Judgement.rejected(
          MediaRejection.of(
              Code.SHA256_MISMATCH,
              "The file does not have the SHA-256 that was announced.",
              "/sha256",
              "the content's is " + assembled.sha256()));
    }
    return byContent(upload, assembled);
  }

  private Judgement byContent(Upload upload, Assembled assembled) {
    ContentType declared = upload.contentType();
    byte[] head = assembled.head();
    // Nothing at all may be of any type.
    ContentType found = head.length == 0 ? declared : detector.detect(head);
    MediaRejection refused =
        settings.rules().found(declared, found, detector.mayBe(declared, found));
    if (refused != null) {
      return Judgement.rejected(refused);
    }
    ImageSize image = null;
    if (declared.hasPixels()) {
      image = ImageHeaders.read(head);
      MediaRejection tooLarge = settings.rules().image(image);
      if (tooLarge != null) {
        return Judgement.rejected(tooLarge);
      }
    }
    MediaRejection inspected = inspect(upload, assembled);
    return new Judgement(image, inspected);
  }

  private @Nullable MediaRejection inspect(Upload upload, Assembled assembled) {
    for (UploadInspector inspector : inspectors) {
      try {
        Optional<String> refusal = inspector.inspect(new Received(store, upload, assembled));
        if (refusal.isPresent()) {
          return MediaRejection.of(
              Code.INSPECTION_FAILED, refusal.get(), "/", "refused by an inspection");
        }
      } catch (IOException e) {
        throw new StoreException("an inspection of an upload failed", e);
      }
    }
    return null;
  }

  private record Received(MediaStore store, Upload upload, Assembled assembled)
      implements InspectedFile {
    @Override
    public String fileName() {
      return upload.fileName().value();
    }

    @Override
    public ContentType contentType() {
      return upload.contentType();
    }

    @Override
    public long sizeBytes() {
      return assembled.sizeBytes();
    }

    @Override
    public String sha256() {
      return assembled.sha256();
    }

    @Override
    public InputStream open() throws IOException {
      try {
        return store.openAssembled(upload.staging(), assembled);
      } catch (BytesGone e) {
        throw new IOException("the upload was discarded meanwhile", e);
      }
    }
  }
}
