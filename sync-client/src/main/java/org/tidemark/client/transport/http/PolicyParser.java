package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.SpaceId;

/** Reads a merge policy; one that this version does not understand is left out. */
final class PolicyParser {

  private JsonObject members = JsonObject.EMPTY;
  private final TreeSet<SpaceId> spaces = new TreeSet<>();

  static List<PolicyAnswer> list(JsonParser parser) throws IOException {
    List<PolicyAnswer> policies = new ArrayList<>();
    Members.list(
        parser,
        at -> {
          PolicyAnswer policy = read(at);
          return policy != null && policies.add(policy);
        });
    return policies;
  }

  private static @Nullable PolicyAnswer read(JsonParser parser) throws IOException {
    PolicyParser reader = new PolicyParser();
    Members.object(parser, reader::member);
    return PolicyReader.read(reader.members) instanceof PolicyReading.Valid valid
        ? new PolicyAnswer(valid.policy(), reader.spaces)
        : null;
  }

  private void member(String name, JsonParser parser) throws IOException {
    if (name.equals("spaces")) {
      List<String> names =
          Members.list(parser, at -> Members.required(Members.text(at), "name of a space"));
      names.forEach(space -> spaces.add(new SpaceId(space)));
      return;
    }
    Json value = Members.json(parser);
    if (value != null) {
      members = members.with(name, value);
    }
  }
}
