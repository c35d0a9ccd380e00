package org.tidemark.testkit.planted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.MutationId;
import org.tidemark.testkit.world.Composition;
import org.tidemark.testkit.world.PassingTransport;

/** A mutation that is sent again goes under another id. */
final class RetryUnderNewId implements Composition {

  @Override
  public Transport between(int device, Transport network) {
    return new Renaming(network);
  }

  private static final class Renaming extends PassingTransport {
    private final Set<MutationId> sent = new HashSet<>();
    private int count;

    Renaming(Transport next) {
      super(next);
    }

    @Override
    public PushAnswer push(PushRequest request) throws TransportException {
      Map<MutationId, MutationId> meant = new HashMap<>();
      List<Mutation> renamed = new ArrayList<>();
      for (Mutation mutation : request.mutations()) {
        MutationId id =
            sent.add(mutation.id())
                ? mutation.id()
                : new MutationId(mutation.id() + "-again-" + ++count);
        meant.put(id, mutation.id());
        renamed.add(named(mutation, id));
      }
      PushAnswer answer =
          next.push(new PushRequest(request.clientId(), request.clientTime(), renamed));
      List<ItemAnswer> items = new ArrayList<>();
      for (ItemAnswer item : answer.results()) {
        items.add(named(item, meant.getOrDefault(item.mutationId(), item.mutationId())));
      }
      return new PushAnswer(items, answer.serverTime());
    }

    private static Mutation named(Mutation mutation, MutationId id) {
      return new Mutation(
          mutation.clientId(),
          id,
          mutation.operation(),
          mutation.key(),
          mutation.data(),
          mutation.sentBase(),
          mutation.baseVersion(),
          mutation.previous(),
          mutation.updatedAt(),
          mutation.fieldTimes(),
          mutation.sequence());
    }

    private static ItemAnswer named(ItemAnswer item, MutationId id) {
      return new ItemAnswer(
          id,
          item.status(),
          item.version(),
          item.updatedAt(),
          item.deleted(),
          item.data(),
          item.conflict(),
          item.error());
    }
  }
}
