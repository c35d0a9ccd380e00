package org.tidemark.server.media.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.tidemark.media.store.MediaStore;

/** Opens the store and makes the first key before anybody calls: a bad setting stops the start. */
@Singleton
@Startup
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaStart {
  @Inject private UpkeepSteps steps;

  /** Injected so that it is made now. */
  @Inject private MediaStore store;

  @Inject private InstantSource clock;

  @PostConstruct
  void begin() {
    steps.rotateKeys(clock.instant());
  }
}
