package org.tidemark.it.server;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A mutation to send: the members of MutationInput, each as JSON text. */
public record Edit(SortedMap<String, String> members) {

  /** When edits were made that say nothing else. */
  public static final String NOON = "2026-03-01T12:00:00.000Z";

  public Edit {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  public static Edit upsert(String type, String id, String data) {
    return of("UPSERT", type, id).with("data", data);
  }

  public static Edit delete(String type, String id) {
    return of("DELETE", type, id);
  }

  private static Edit of(String operation, String type, String id) {
    return new Edit(
        new TreeMap<>(
            Map.of(
                "clientMutationId",
                Http.quoted(TestServer.unique("m")),
                "operation",
                Http.quoted(operation),
                "entityType",
                Http.quoted(type),
                "id",
                Http.quoted(id),
                "updatedAt",
                Http.quoted(NOON))));
  }

  public Edit with(String member, String json) {
    TreeMap<String, String> changed = new TreeMap<>(members);
    changed.put(member, json);
    return new Edit(changed);
  }

  public Edit without(String member) {
    TreeMap<String, String> changed = new TreeMap<>(members);
    changed.remove(member);
    return new Edit(changed);
  }

  public Edit named(String mutationId) {
    return with("clientMutationId", Http.quoted(mutationId));
  }

  public Edit on(int baseVersion) {
    return with("baseVersion", String.valueOf(baseVersion));
  }

  public Edit at(String updatedAt) {
    return with("updatedAt", Http.quoted(updatedAt));
  }

  public Edit after(Edit previous) {
    return with("previous", Http.quoted(previous.name()));
  }

  public Edit in(String space) {
    return with("space", Http.quoted(space));
  }

  public String name() {
    return Tree.parse(String.valueOf(members.get("clientMutationId"))).text();
  }

  public String type() {
    return Tree.parse(String.valueOf(members.get("entityType"))).text();
  }

  String json() {
    return members.entrySet().stream()
        .map(member -> Http.quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
