package org.tidemark.console.policies;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.policy.PolicyProblem;

/** A policy as a form that people fill in; whatever was typed stays as it was typed. */
public final class PolicyForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final List<FieldRow> rules = new ArrayList<>();
  private Way way;
  private OnDelete onDelete;
  private @Nullable String identityKey;
  private @Nullable String maxBytes;
  private @Nullable String schema;

  PolicyForm(MergePolicy policy) {
    type = policy.type().value();
    way = Way.of(policy);
    onDelete = policy.onDelete();
    identityKey = policy.identityKey();
    maxBytes = String.valueOf(policy.maxBytes());
    schema = policy.schema() == null ? null : PrettyJson.print(policy.schema());
    policy.rules().forEach((pointer, rule) -> rules.add(new FieldRow(pointer, rule)));
  }

  /** The policy as it is filled in, valid or not. Rows without a field are left out. */
  Draft draft() {
    List<PolicyProblem> unreadable = new ArrayList<>();
    JsonObject json =
        JsonObject.EMPTY
            .with("entityType", new JsonString(type))
            .with("strategy", new JsonString(way.strategy().name()))
            .with("granularity", new JsonString(way.granularity().name()))
            .with("onDelete", new JsonString(onDelete.name()))
            .with("rules", rulesJson(unreadable));
    if (identityKey != null && !identityKey.isBlank()) {
      json = json.with("identityKey", new JsonString(identityKey.strip()));
    }
    if (maxBytes != null && !maxBytes.isBlank()) {
      json = json.with("maxBytes", number(maxBytes.strip()));
    }
    if (schema != null && !schema.isBlank()) {
      try {
        json = json.with("schema", JsonReader.read(schema));
      } catch (InvalidJson e) {
        unreadable.add(new PolicyProblem("/schema" + e.pointer(), e.mistake()));
      }
    }
    return new Draft(json, unreadable);
  }

  private JsonObject rulesJson(List<PolicyProblem> unreadable) {
    TreeMap<String, Json> members = new TreeMap<>();
    for (FieldRow row : rules) {
      String pointer = row.getPointer();
      if (pointer != null && !pointer.isBlank()) {
        Json before = members.put(pointer.strip(), new JsonString(row.getRule().name()));
        if (before != null) {
          unreadable.add(PolicyProblem.of(row.getPlace(), DraftMistake.TWICE));
        }
      }
    }
    return new JsonObject(members);
  }

  /** A text where it is no number, which the policy's check then tells. */
  private static Json number(String text) {
    return text.matches("[0-9]{1,9}") ? JsonNumber.of(Long.parseLong(text)) : new JsonString(text);
  }

  public List<FieldRow> getRules() {
    return rules;
  }

  void addRule() {
    rules.add(new FieldRow(null, FieldRule.LAST_WRITE_WINS));
  }

  /** Has so many rows from now on. */
  void makeRoom(int rows) {
    while (rules.size() < rows) {
      addRule();
    }
    rules.subList(rows, rules.size()).clear();
  }

  void removeRule(FieldRow row) {
    rules.remove(row);
  }

  public Way getWay() {
    return way;
  }

  public void setWay(Way value) {
    way = value;
  }

  public OnDelete getOnDelete() {
    return onDelete;
  }

  public void setOnDelete(OnDelete value) {
    onDelete = value;
  }

  public @Nullable String getIdentityKey() {
    return identityKey;
  }

  public void setIdentityKey(@Nullable String value) {
    identityKey = value;
  }

  public @Nullable String getMaxBytes() {
    return maxBytes;
  }

  public void setMaxBytes(@Nullable String value) {
    maxBytes = value;
  }

  public @Nullable String getSchema() {
    return schema;
  }

  public void setSchema(@Nullable String value) {
    schema = value;
  }
}
