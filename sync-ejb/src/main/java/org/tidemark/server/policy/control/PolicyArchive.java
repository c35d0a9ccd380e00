package org.tidemark.server.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyPrinter;
import org.tidemark.core.record.EntityType;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.policy.boundary.PolicyView;
import org.tidemark.server.policy.entity.PolicyRow;
import org.tidemark.server.space.control.SpaceAccess;

/** All versions of all policies. Saving one raises the epoch, so that every node reads anew. */
@ApplicationScoped
public class PolicyArchive {
  private static final int LONGEST_HISTORY = 200;

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private InstantSource clock;
  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private AuditTrail audit;

  /** The policies in force that concern the caller, with the names of the caller's spaces only. */
  public List<PolicyView> inForce(Caller caller) {
    Set<String> spaces = new HashSet<>();
    database
        .call(connection -> access.spaces(connection, caller))
        .forEach(space -> spaces.add(space.value()));
    boolean everywhere = access.readsEverywhere(caller);
    List<PolicyView> views = new ArrayList<>();
    for (PolicyRow row : rowsInForce()) {
      boolean concerned =
          everywhere || row.spaces == null || Arrays.stream(row.spaces).anyMatch(spaces::contains);
      if (concerned) {
        views.add(everywhere ? view(row) : view(row).within(spaces));
      }
    }
    return views;
  }

  /** All versions of a type's policy, newest first. */
  public List<PolicyView> history(EntityType type) {
    return rows(type).stream().map(PolicyArchive::view).toList();
  }

  /** Checks a policy and puts it in force as the next version. */
  public PolicyView save(Caller caller, JsonObject definition, @Nullable List<String> spaces) {
    MergePolicy policy = PolicyCheck.policy(definition);
    PolicyCheck.spaces(spaces);
    return put(caller, policy, spaces, null);
  }

  /**
   * As {@link #save}, unless somebody else has saved another version than the one last seen.
   *
   * @param seen the newest version that the caller knows of; 0: there was none
   */
  public PolicyView saveAfter(
      Caller caller, JsonObject definition, @Nullable List<String> spaces, int seen) {
    MergePolicy policy = PolicyCheck.policy(definition);
    PolicyCheck.spaces(spaces);
    return put(caller, policy, spaces, seen);
  }

  /** Puts an earlier version in force again as the next one. */
  public PolicyView rollBack(Caller caller, EntityType type, int version) {
    PolicyRow row = entities.find(PolicyRow.class, new PolicyRow.Key(type.value(), version));
    if (row == null) {
      throw Failures.unknown("/version", "That version of the policy");
    }
    return put(caller, PolicyStore.read(row.definition), null, null);
  }

  /** Whether no policy was ever saved. */
  public boolean isEmpty() {
    return entities.createQuery("select count(p) from PolicyRow p", Long.class).getSingleResult()
        == 0;
  }

  private PolicyView put(
      Caller caller, MergePolicy policy, @Nullable List<String> spaces, @Nullable Integer seen) {
    // Takes turns with other changes, and tells every node that reads the epoch afterwards.
    entities
        .createNativeQuery("update server_state set policy_epoch = policy_epoch + 1")
        .executeUpdate();
    List<PolicyRow> before = rows(policy.type());
    int newest = before.isEmpty() ? 0 : before.get(0).version;
    if (seen != null && seen != newest) {
      throw Failures.policyChanged(newest);
    }
    int version = newest + 1;
    PolicyRow row = new PolicyRow();
    row.entityType = policy.type().value();
    row.version = version;
    row.definition =
        PolicyPrinter.print(policy).with("version", JsonNumber.of(version)).canonicalText();
    row.spaces = spaces == null ? null : spaces.toArray(String[]::new);
    row.author = caller.user();
    row.createdAt = clock.instant();
    entities.persist(row);
    audit.type(
        caller,
        "policy.save",
        row.entityType,
        before.isEmpty() ? null : audited(before.get(0)),
        audited(row));
    return view(row);
  }

  /** The definition and, where it is limited, the spaces that it holds in. */
  private static String audited(PolicyRow row) {
    if (row.spaces == null) {
      return row.definition;
    }
    List<Json> spaces = Arrays.stream(row.spaces).<Json>map(JsonString::new).toList();
    return Document.ofCanonical(row.definition)
        .json()
        .with("spaces", new JsonArray(spaces))
        .canonicalText();
  }

  private List<PolicyRow> rows(EntityType type) {
    return entities
        .createQuery(
            "select p from PolicyRow p where p.entityType = :type order by p.version desc",
            PolicyRow.class)
        .setParameter("type", type.value())
        .setMaxResults(LONGEST_HISTORY)
        .getResultList();
  }

  private List<PolicyRow> rowsInForce() {
    return entities
        .createQuery(
            """
            select p from PolicyRow p
             where p.version >= coalesce((select max(e.version) from PolicyRow e
                                           where e.entityType = p.entityType
                                             and e.spaces is null), 0)
             order by p.entityType, p.version desc
            """,
            PolicyRow.class)
        .getResultList();
  }

  private static PolicyView view(PolicyRow row) {
    return new PolicyView(
        PolicyStore.read(row.definition),
        row.spaces == null ? null : List.of(row.spaces),
        row.author,
        row.createdAt);
  }
}
