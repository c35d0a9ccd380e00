package org.tidemark.testkit.planted;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.testkit.world.Composition;
import org.tidemark.testkit.world.PassingTransport;

/**
 * The cursor is durable before the page that it came with: when the power fails at the page's
 * commit, the next pull goes on behind the page all the same.
 */
final class CursorBeforeCommit implements Composition {
  private static final String PAGE = "apply";

  private final Map<Integer, Place> places = new HashMap<>();

  private static final class Place {
    @Nullable String received;
    @Nullable String durable;
  }

  @Override
  public Transport between(int device, Transport network) {
    Place place = new Place();
    places.put(device, place);
    return new PassingTransport(network) {
      @Override
      public PullPage pull(PullRequest request) throws TransportException {
        String ahead = place.durable;
        PullPage page;
        try {
          page =
              next.pull(
                  ahead == null
                      ? request
                      : new PullRequest(
                          request.clientId(), ahead, request.limit(), request.types()));
        } catch (TransportException e) {
          if (e.failure() instanceof TransportFailure.Refused) {
            place.durable = null;
          }
          throw e;
        }
        place.received = page.cursor();
        return page;
      }
    };
  }

  @Override
  public StoreObserver observing(int device, StoreObserver world) {
    return new StoreObserver() {
      @Override
      public void beforeCommit(String write) {
        try {
          world.beforeCommit(write);
        } catch (RuntimeException powerCut) {
          Place place = places.get(device);
          if (place != null && write.equals(PAGE)) {
            place.durable = place.received;
          }
          throw powerCut;
        }
      }

      @Override
      public void afterCommit(String write) {
        Place place = places.get(device);
        if (place != null && write.equals(PAGE)) {
          place.durable = null;
        }
        world.afterCommit(write);
      }
    };
  }
}
