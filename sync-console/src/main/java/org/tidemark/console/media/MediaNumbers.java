package org.tidemark.console.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.tidemark.console.address.Address;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.boundary.MediaGlance;
import org.tidemark.server.media.boundary.MediaGlance.Tallied;
import org.tidemark.server.media.boundary.MediaGlance.Usage;
import org.tidemark.server.media.boundary.MediaOversight;

/** The numbers of uploads and media, and the ways from them to what they count. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class MediaNumbers {
  @Inject private MediaOversight oversight;
  private MediaGlance glance;

  @PostConstruct
  void load() {
    glance = oversight.glance();
  }

  public List<Map.Entry<MediaState, Tallied>> getUploads() {
    return List.copyOf(glance.uploads().entrySet());
  }

  public String stateLink(MediaState state) {
    return new Address("media.xhtml").with("state", state.name()) + "#uploads-found";
  }

  public String spaceLink(Usage usage) {
    return new Address("space.xhtml").with("space", usage.space()).toString();
  }

  public MediaGlance getGlance() {
    return glance;
  }
}
