package org.tidemark.it.door;

/**
 * An operation of the API and what each kind of caller meets there: the code of a refusal, SEEN
 * where the answer shows what the space holds, NOTHING where it shows none of it.
 *
 * @param document with {@code SPACE}, {@code CONFLICT}, {@code OWNER} and {@code GUEST} to fill in
 */
record Door(
    String operation,
    String document,
    String stranger,
    String viewer,
    String auditor,
    String administrator) {

  static final String SEEN = "SEEN";
  static final String NOTHING = "NOTHING";
  private static final String SPACE = "SPACE_FORBIDDEN";
  private static final String ROLE = "ROLE_REQUIRED";

  /** Every operation; a test compares their names with the schema's. */
  static final Door[] ALL = {
    new Door(
        "pull",
        "{ pull(clientId: \"CLIENT\") { changes { data } spaces { space } } }",
        NOTHING,
        SEEN,
        NOTHING,
        NOTHING),
    new Door(
        "record",
        "{ record(space: \"SPACE\", entityType: \"invoice\", id: \"r\") { data } }",
        SPACE,
        SEEN,
        SEEN,
        SEEN),
    new Door(
        "revisions",
        "{ revisions(space: \"SPACE\", entityType: \"invoice\", id: \"r\") { data } }",
        SPACE,
        SEEN,
        SEEN,
        SEEN),
    new Door(
        "conflicts",
        "{ conflicts(space: \"SPACE\") { total items { payload { serverData } } } }",
        NOTHING,
        SEEN,
        SEEN,
        SEEN),
    new Door(
        "conflict",
        "{ conflict(conflictId: \"CONFLICT\") { space payload { serverData } } }",
        NOTHING,
        SEEN,
        SEEN,
        SEEN),
    new Door("policies", "{ policies { entityType } }", NOTHING, NOTHING, NOTHING, NOTHING),
    new Door(
        "policyHistory",
        "{ policyHistory(entityType: \"profile\") { version } }",
        ROLE,
        ROLE,
        NOTHING,
        NOTHING),
    new Door(
        "tryPolicy",
        "{ tryPolicy(input: {policy: {entityType: \"t\", strategy: \"MANUAL\"}, base: {}, server: {},"
            + " client: {}, serverTime: \"2026-03-01T12:00:00Z\", clientTime: \"2026-03-01T12:00:00Z\"})"
            + " { status } }",
        ROLE,
        ROLE,
        NOTHING,
        NOTHING),
    new Door("spaces", "{ spaces { space } }", NOTHING, SEEN, NOTHING, NOTHING),
    new Door("members", "{ members(space: \"SPACE\") { user } }", SPACE, SEEN, SEEN, SEEN),
    new Door(
        "sync",
        "mutation { sync(input: {clientId: \"CLIENT\", mutations: [{clientMutationId: \"m\","
            + " operation: \"UPSERT\", space: \"SPACE\", entityType: \"invoice\", id: \"new\", data: {a: 1},"
            + " updatedAt: \"2026-03-01T12:00:00Z\"}]}) { results { status data error { code } } } }",
        SPACE,
        SPACE,
        SPACE,
        SPACE),
    new Door(
        "resolveConflict",
        "mutation { resolveConflict(input: {clientId: \"CLIENT\", clientMutationId: \"m\","
            + " conflictId: \"CONFLICT\", resolution: USE_SERVER, serverVersion: 2,"
            + " updatedAt: \"2026-03-01T12:00:00Z\"}) { status space data error { code } } }",
        "CONFLICT_UNKNOWN",
        SPACE,
        SPACE,
        SEEN),
    new Door(
        "savePolicy",
        "mutation { savePolicy(policy: {entityType: \"doors\", strategy: \"MANUAL\"}) { version } }",
        ROLE,
        ROLE,
        ROLE,
        NOTHING),
    // After savePolicy: its own type, as the demo's serve other tests.
    new Door(
        "rollBackPolicy",
        "mutation { rollBackPolicy(entityType: \"doors\", version: 1) { version } }",
        ROLE,
        ROLE,
        ROLE,
        NOTHING),
    new Door(
        "createSpace",
        "mutation { createSpace(space: \"CLIENT\") { role } }",
        NOTHING,
        NOTHING,
        ROLE,
        NOTHING),
    new Door(
        "inviteMember",
        "mutation { inviteMember(space: \"SPACE\", user: \"dora\", role: \"OWNER\") { role } }",
        SPACE,
        SPACE,
        SPACE,
        NOTHING),
    new Door(
        "removeMember",
        "mutation { removeMember(space: \"SPACE\", user: \"GUEST\") }",
        SPACE,
        SPACE,
        SPACE,
        NOTHING),
  };

  @Override
  public String toString() {
    return operation;
  }
}
