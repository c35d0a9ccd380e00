package org.tidemark.core.decide;

import java.time.Instant;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyPrinter;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;

/** A decision's inputs as a JSON object. */
final class DecisionInputJson {

  private DecisionInputJson() {}

  static JsonObject write(DecisionInput input) {
    RecordState server = input.server();
    return new Members.Writer()
        .put("mutation", write(input.mutation()))
        .put("server", server == null ? null : write(server))
        .text("claim", input.claim().text())
        .put("base", write(input.base()))
        .put("policy", PolicyPrinter.print(input.policy()))
        .time("effectiveAt", input.effectiveAt())
        .times("effectiveFieldTimes", input.effectiveFieldTimes())
        .time("receivedAt", input.receivedAt())
        .object();
  }

  static DecisionInput read(JsonObject json) {
    Members members = new Members(json);
    Members server = members.objectOrNull("server");
    return new DecisionInput(
        mutation(members.object("mutation")),
        server == null ? null : state(server),
        BaseClaim.parse(members.text("claim")),
        base(members.object("base")),
        policy(members.object("policy").json()),
        members.time("effectiveAt"),
        members.times("effectiveFieldTimes"),
        members.time("receivedAt"));
  }

  private static JsonObject write(Mutation mutation) {
    MutationId previous = mutation.previous();
    return new Members.Writer()
        .text("clientId", mutation.clientId().value())
        .text("clientMutationId", mutation.id().value())
        .text("operation", mutation.operation().name())
        .text("space", mutation.key().space().value())
        .text("entityType", mutation.key().type().value())
        .text("id", mutation.key().id().value())
        .document("data", mutation.data())
        .document("base", mutation.sentBase())
        .number("baseVersion", mutation.baseVersion())
        .text("previous", previous == null ? null : previous.value())
        .time("updatedAt", mutation.updatedAt())
        .times("fieldTimes", mutation.fieldTimes())
        .number("sequence", mutation.sequence())
        .object();
  }

  private static Mutation mutation(Members members) {
    String previous = members.textOrNull("previous");
    return new Mutation(
        new ClientId(members.text("clientId")),
        new MutationId(members.text("clientMutationId")),
        Operation.valueOf(members.text("operation")),
        new RecordKey(
            new SpaceId(members.text("space")),
            new EntityType(members.text("entityType")),
            new RecordId(members.text("id"))),
        members.documentOrNull("data"),
        members.documentOrNull("base"),
        members.wholeOrNull("baseVersion"),
        previous == null ? null : new MutationId(previous),
        members.time("updatedAt"),
        members.times("fieldTimes"),
        members.longOrNull("sequence"));
  }

  private static JsonObject write(RecordState state) {
    return new Members.Writer()
        .number("version", state.version())
        .time("updatedAt", state.updatedAt())
        .put("deleted", JsonBoolean.of(state.deleted()))
        .document("data", state.data())
        .text("fieldTimes", state.fieldTimes().text(state.updatedAt()))
        .text("lastWriter", state.lastWriter().value())
        .object();
  }

  private static RecordState state(Members members) {
    return new RecordState(
        members.whole("version"),
        members.time("updatedAt"),
        members.isTrue("deleted"),
        members.documentOrNull("data"),
        FieldTimes.parse(members.textOrNull("fieldTimes"), members.time("updatedAt")),
        new ClientId(members.text("lastWriter")));
  }

  private static JsonObject write(BaseState base) {
    Members.Writer writer = new Members.Writer();
    if (base instanceof BaseState.Known known) {
      FieldTimes times = known.times();
      return writer
          .text("state", "KNOWN")
          .document("data", known.data())
          .time("updatedAt", times == null ? null : times.rest())
          .text("fieldTimes", times == null ? null : times.text(times.rest()))
          .object();
    }
    return writer.text("state", base instanceof BaseState.Absent ? "ABSENT" : "UNKNOWN").object();
  }

  private static BaseState base(Members members) {
    Document data = members.documentOrNull("data");
    if (data != null) {
      Instant rest = members.timeOrNull("updatedAt");
      String times = members.textOrNull("fieldTimes");
      return new BaseState.Known(data, rest == null ? null : FieldTimes.parse(times, rest));
    }
    return members.text("state").equals("ABSENT") ? BaseState.ABSENT : BaseState.UNKNOWN;
  }

  private static MergePolicy policy(JsonObject json) {
    if (PolicyReader.read(json) instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw new IllegalArgumentException("the policy of a stored decision is not sound: " + json);
  }
}
