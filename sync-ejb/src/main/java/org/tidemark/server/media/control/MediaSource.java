package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tidemark.media.sign.UrlSigner;
import org.tidemark.media.store.FileMediaStore;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.S3MediaStore;
import org.tidemark.media.store.S3Settings;
import org.tidemark.media.type.ContentDetector;
import org.tidemark.server.settings.MediaSettings;

/** Makes the store that the settings name, and what goes with it. */
@ApplicationScoped
class MediaSource {
  @Inject private MediaSettings settings;
  @Inject private InstantSource clock;
  @Inject private KeyRing keys;

  @Produces
  @Singleton
  UrlSigner signer() {
    return new UrlSigner(settings.publicUrl(), keys::keys);
  }

  @Produces
  @Singleton
  MediaStore store(UrlSigner signer) {
    S3Settings s3 = settings.s3();
    return s3 == null
        ? FileMediaStore.open(settings.folder(), signer, clock)
        : S3MediaStore.open(s3);
  }

  void close(@Disposes MediaStore store) {
    store.close();
  }

  @Produces
  @Singleton
  ContentDetector detector() {
    return new ContentDetector();
  }
}
