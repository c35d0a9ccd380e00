package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;

/** Reads the answers to a batch. */
final class PushReader {

  private List<ItemAnswer> results = new ArrayList<>();
  private @Nullable Instant serverTime;

  static PushAnswer read(JsonParser parser) throws IOException {
    PushReader reader = new PushReader();
    Members.object(parser, reader::member);
    return new PushAnswer(reader.results, Members.required(reader.serverTime, "serverTime"));
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "results" -> results = results(parser);
      case "serverTime" -> serverTime = Members.time(parser);
      default -> parser.skipChildren();
    }
  }

  /**
   * One that this version does not understand is left out: it is asked for again and then waits for
   * a person, and the others are settled.
   */
  private static List<ItemAnswer> results(JsonParser parser) throws IOException {
    List<ItemAnswer> understood = new ArrayList<>();
    for (ItemReader item : Members.list(parser, ItemReader::begin)) {
      try {
        understood.add(item.item());
      } catch (IOException e) {
        continue;
      }
    }
    return understood;
  }
}
