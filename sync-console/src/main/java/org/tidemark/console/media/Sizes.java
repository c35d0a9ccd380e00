package org.tidemark.console.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.tidemark.console.words.Words;
import org.tidemark.server.media.boundary.MediaGlance.Tallied;
import org.tidemark.server.space.boundary.SpaceFacts.Counted;

/** Prints sizes and bounded counts for people. */
@Named
@RequestScoped
public class Sizes {
  private static final String[] UNITS = {"size.B", "size.KiB", "size.MiB", "size.GiB", "size.TiB"};

  @Inject private Words words;

  /** In the largest unit of which there is one. */
  public String bytes(long bytes) {
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return words.of(UNITS[unit], value);
  }

  public String count(Counted counted) {
    return count(counted.number(), counted.isMore());
  }

  public String tally(Tallied tallied) {
    return count(tallied.number(), tallied.isMore());
  }

  private String count(int number, boolean isMore) {
    return words.of(isMore ? "overCount" : "count", number);
  }
}
