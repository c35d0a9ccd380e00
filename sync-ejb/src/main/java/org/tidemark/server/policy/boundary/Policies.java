package org.tidemark.server.policy.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyProblem;
import org.tidemark.core.record.EntityType;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.policy.control.PolicyArchive;
import org.tidemark.server.policy.control.PolicyCheck;
import org.tidemark.server.policy.control.PolicyReplays;
import org.tidemark.server.policy.control.PolicyTrials;
import org.tidemark.server.settings.MediaSettings;

/**
 * Merge policies: every client reads them, administrators change them.
 *
 * <p>A change is a new version; none is ever overwritten, so any can be brought back.
 */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class Policies {
  @Inject private PolicyArchive archive;
  @Inject private PolicyTrials trials;
  @Inject private PolicyReplays replays;
  @Inject private Database database;
  @Inject private AuditTrail audit;
  @Inject private MediaSettings media;

  /** The policies in force: those that hold everywhere, and the limited ones of caller's spaces. */
  public List<PolicyView> list(Caller caller) {
    // Clients read them with every start; it is not for the trail that they do.
    if (isOfficer(caller)) {
      audit.space(caller, "policies.read", null, null, null);
    }
    return archive.inForce(caller);
  }

  /** All versions of a type's policy, newest first. */
  public List<PolicyView> history(Caller caller, String entityType) {
    requireOfficer(caller);
    EntityType type = checked(entityType);
    audit.type(caller, "policy.read", type.value(), null, null);
    return archive.history(type);
  }

  /**
   * Puts a policy in force.
   *
   * @param spaces the spaces that it is limited to at first; null: everywhere
   * @throws org.tidemark.server.failure.SyncException {@code INVALID_POLICY} with every problem's
   *     place
   */
  public PolicyView save(Caller caller, JsonObject policy, @Nullable List<String> spaces) {
    requireAdmin(caller);
    return archive.save(caller, policy, spaces);
  }

  /**
   * As {@link #save}, but only on top of the version that the caller has seen.
   *
   * @param seen the newest version that the caller knows of; 0: there was none
   * @throws org.tidemark.server.failure.SyncException {@code POLICY_CHANGED} where somebody else
   *     was quicker; nothing is saved then
   */
  public PolicyView saveAfter(
      Caller caller, JsonObject policy, @Nullable List<String> spaces, int seen) {
    requireAdmin(caller);
    return archive.saveAfter(caller, policy, spaces, seen);
  }

  /**
   * All that is wrong with a policy and the spaces that it is to be limited to; empty: nothing.
   * Saves nothing.
   *
   * @param spaces null: everywhere
   */
  public List<PolicyProblem> check(
      Caller caller, JsonObject policy, @Nullable List<String> spaces) {
    requireOfficer(caller);
    return PolicyCheck.problems(policy, spaces);
  }

  /** The pointers of the fields in which records of the type name media; a setting, no policy. */
  public List<String> mediaFields(String entityType) {
    return media.fields().pointers(checked(entityType));
  }

  /** Puts an earlier version of a policy in force again, everywhere, as a new version. */
  public PolicyView rollBack(Caller caller, String entityType, int version) {
    requireAdmin(caller);
    return archive.rollBack(caller, checked(entityType), version);
  }

  /**
   * What a policy would decide; writes nothing.
   *
   * @param language that what is wrong with a field is said in, where it is known
   */
  public PolicyTrialAnswer tryOut(Caller caller, PolicyTrialRequest request, Locale language) {
    requireOfficer(caller);
    return trials.decide(request, language);
  }

  /**
   * What a policy would have made of the newest conflicts of its type, settled ones among them;
   * writes nothing. They are looked for among the newest of all types.
   *
   * @param language as for {@link #tryOut}
   */
  public List<PolicyReplay> replay(Caller caller, JsonObject policy, Locale language) {
    requireOfficer(caller);
    MergePolicy checked = PolicyCheck.policy(policy);
    audit.type(caller, "policy.trial", checked.type().value(), null, null);
    return database.call(connection -> replays.decide(connection, checked, language));
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Failures.roleRequired("admin");
    }
  }

  private static void requireOfficer(Caller caller) {
    if (!isOfficer(caller)) {
      throw Failures.roleRequired("admin or auditor");
    }
  }

  private static boolean isOfficer(Caller caller) {
    return caller.is(Role.ADMIN) || caller.is(Role.AUDITOR);
  }

  private static EntityType checked(String entityType) {
    String problem = EntityType.problem(entityType);
    if (problem != null) {
      throw Failures.invalid("/entityType", problem);
    }
    return new EntityType(entityType);
  }
}
