package org.tidemark.client.transport.media;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a part goes. The address is a secret that ends by itself; whoever has it needs no token.
 *
 * @param headers what has to be sent with it
 */
public record PartUrl(
    int number, long sizeBytes, String method, String url, SortedMap<String, String> headers) {

  public PartUrl {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
  }

  /** The address is left out: it is as good as a password. */
  @Override
  public String toString() {
    return "part " + number + " of " + sizeBytes + " bytes";
  }
}
