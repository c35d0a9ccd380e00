package org.tidemark.web.graphql.engine;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tidemark.server.conflict.boundary.Conflicts;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.space.boundary.Spaces;
import org.tidemark.web.graphql.CurrentCaller;
import org.tidemark.web.graphql.conflict.ConflictApi;
import org.tidemark.web.graphql.policy.PolicyApi;
import org.tidemark.web.graphql.pull.PullApi;
import org.tidemark.web.graphql.record.RecordApi;
import org.tidemark.web.graphql.space.SpaceApi;
import org.tidemark.web.graphql.sync.SyncApi;

/** The API over {@link EchoBoundaries}, which need no server. */
final class TestApi {
  static final Caller ANA = new Caller("ana", Set.of(Role.USER), "corr-1");

  /** The tests make operations fail on purpose. */
  private static final Logger FAILURES = Logger.getLogger(BoundaryFailures.class.getName());

  static {
    FAILURES.setLevel(Level.OFF);
  }

  private TestApi() {}

  static GraphQLEngine engine() {
    return engine(ApiLimits.DEFAULT);
  }

  static GraphQLEngine engine(ApiLimits limits) {
    CurrentCaller caller = new CurrentCaller();
    return GraphQLEngine.create(TestApi.class.getClassLoader(), beans(caller), limits, caller);
  }

  /** What prepares documents, to look at what it makes of them. */
  static Documents documents() {
    ClassLoader classes = TestApi.class.getClassLoader();
    Function<Class<?>, Object> beans = beans(new CurrentCaller());
    return new Documents(
        ApiSchema.build(ApiIndex.read(classes), beans, classes), ApiLimits.DEFAULT);
  }

  static Answer answer(GraphQLEngine engine, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return engine.answer(bytes, bytes.length, ANA);
  }

  private static Function<Class<?>, Object> beans(CurrentCaller caller) {
    return type -> {
      if (type == SyncApi.class) {
        return new SyncApi(caller, new EchoBoundaries.EchoPush());
      } else if (type == PullApi.class) {
        return new PullApi(caller, new EchoBoundaries.EchoPull());
      } else if (type == RecordApi.class) {
        return new RecordApi(caller, new EchoBoundaries.EchoRecords());
      } else if (type == ConflictApi.class) {
        return new ConflictApi(caller, new Conflicts());
      } else if (type == PolicyApi.class) {
        return new PolicyApi(caller, new Policies());
      } else if (type == SpaceApi.class) {
        return new SpaceApi(caller, new Spaces());
      }
      throw new IllegalArgumentException("no bean of " + type);
    };
  }
}
