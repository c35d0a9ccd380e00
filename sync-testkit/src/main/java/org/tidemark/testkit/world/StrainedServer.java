package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Rejection;

/** A server that now and then can't do some mutations of a batch, and says to ask again. */
final class StrainedServer extends PassingTransport {
  private static final Rejection LATER =
      new Rejection("SERVER_ERROR", ErrorCategory.SERVER, true, "Ask again.", List.of());

  private final Dice dice;
  private int percent;

  StrainedServer(Transport server, Dice dice, int percent) {
    super(server);
    this.dice = dice;
    this.percent = percent;
  }

  void calmDown() {
    percent = 0;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    if (!dice.chance(percent)) {
      return next.push(request);
    }
    List<Mutation> done = new ArrayList<>(request.mutations());
    done.removeIf(mutation -> dice.chance(50));
    PushAnswer answer = next.push(new PushRequest(request.clientId(), request.clientTime(), done));
    List<ItemAnswer> results = new ArrayList<>();
    int answered = 0;
    for (Mutation mutation : request.mutations()) {
      boolean isNext = answered < done.size() && done.get(answered).id().equals(mutation.id());
      results.add(isNext ? answer.results().get(answered++) : later(mutation));
    }
    return new PushAnswer(results, answer.serverTime());
  }

  private static ItemAnswer later(Mutation mutation) {
    return new ItemAnswer(
        mutation.id(),
        SyncStatus.REJECTED,
        null,
        null,
        false,
        null,
        null,
        new ErrorAnswer(LATER, null, "model"));
  }
}
