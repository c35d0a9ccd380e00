package org.tidemark.server.space.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.space.control.SpaceAccess;
import org.tidemark.server.space.control.SpaceQueries;
import org.tidemark.server.space.control.SpaceRole;
import org.tidemark.server.space.entity.MembershipRow;
import org.tidemark.server.space.entity.SpaceRow;

/** Spaces and who is a member of them. A lost membership shows in the next pull. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class Spaces {
  /** Why a member can neither go nor get another role, as a refusal has it at {@code /user}. */
  public static final String LAST_OWNER = "is the last owner of the space";

  private static final long MOST_SPACES_OF_A_USER = 1_000;
  private static final long MOST_MEMBERS_OF_A_SPACE = 10_000;

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private InstantSource clock;
  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private SpaceQueries queries;
  @Inject private AuditTrail audit;

  /** The spaces that the caller is a member of. */
  public List<SpaceView> list(Caller caller) {
    database.call(connection -> access.grants(connection, caller));
    return entities
        .createQuery(
            """
            select new org.tidemark.server.space.boundary.SpaceView(
                     s.id, m.role, s.personalOf is not null, s.createdAt)
              from MembershipRow m join SpaceRow s on s.id = m.space
             where m.userId = :user order by s.id
            """,
            SpaceView.class)
        .setParameter("user", caller.user())
        .getResultList()
        .stream()
        .map(view -> view.as(access.held(caller, SpaceRole.valueOf(view.role()))))
        .toList();
  }

  /** The members of a space. */
  public List<MemberView> members(Caller caller, String space) {
    SpaceId id = checked(space);
    if (!database.call(connection -> access.mayRead(connection, caller, id))) {
      throw Failures.spaceForbidden(space);
    }
    if (access.readsEverywhere(caller)) {
      audit.space(caller, "space.members", id, null, null);
    }
    return entities
        .createQuery(
            """
            select new org.tidemark.server.space.boundary.MemberView(m.userId, m.role, m.since)
              from MembershipRow m where m.space = :space order by m.userId
            """,
            MemberView.class)
        .setParameter("space", space)
        .getResultList();
  }

  /** Makes a space that the caller owns. */
  public SpaceView create(Caller caller, String space) {
    SpaceId id = checked(space);
    if (space.startsWith("~")) {
      throw Failures.invalid("/space", "must not begin with ~, which marks personal spaces");
    }
    if (!access.changesAnything(caller)) {
      throw Failures.roleRequired("user or admin");
    }
    requireRoomFor(caller.user());
    boolean made = database.call(connection -> access.create(connection, id, caller.user()));
    if (!made) {
      throw Failures.validation(
          "SPACE_TAKEN", "There is a space of that name already. Choose another.", List.of());
    }
    audit.space(caller, "space.create", id, null, caller.user() + " " + SpaceRole.OWNER);
    return new SpaceView(space, SpaceRole.OWNER.name(), false, clock.instant());
  }

  /** Makes a user a member, or changes what a member may do. */
  public Invited invite(Caller caller, String space, String user, String role) {
    SpaceId id = managed(caller, space);
    SpaceRole wanted = role(role);
    checkUser(user);
    lock(id);
    MembershipRow row = find(id, user);
    String before = row == null ? null : member(row);
    String beforeRole = row == null ? null : row.role;
    if (row == null) {
      requireRoomFor(user);
      if (members(id) >= MOST_MEMBERS_OF_A_SPACE) {
        throw Failures.invalid(
            "/space", "has " + MOST_MEMBERS_OF_A_SPACE + " members, the most that are allowed");
      }
      row = new MembershipRow();
      row.space = space;
      row.userId = user;
      row.since = clock.instant();
      row.role = wanted.name();
      entities.persist(row);
    } else {
      requireAnotherOwner(id, row, wanted);
      row.role = wanted.name();
    }
    audit.space(caller, "space.invite", id, before, member(row));
    return new Invited(
        new MemberView(user, row.role, row.since),
        beforeRole,
        database.call(connection -> queries.isSeen(connection, user)));
  }

  /** Ends a membership; a member may end their own. */
  public void remove(Caller caller, String space, String user) {
    boolean leaving = user.equals(caller.user()) && access.changesAnything(caller);
    SpaceId id = leaving ? checked(space) : managed(caller, space);
    checkUser(user);
    lock(id);
    MembershipRow row = find(id, user);
    if (row == null) {
      throw Failures.unknown("/user", "The member");
    }
    if (id.equals(SpaceId.personal(user))) {
      throw Failures.invalid("/space", "is the user's personal space");
    }
    requireAnotherOwner(id, row, null);
    entities.remove(row);
    audit.space(caller, "space.remove", id, member(row), null);
  }

  private SpaceId managed(Caller caller, String space) {
    SpaceId id = checked(space);
    if (!database.call(connection -> access.mayManage(connection, caller, id))) {
      throw Failures.spaceForbidden(space);
    }
    if (space.startsWith("~")) {
      throw Failures.invalid("/space", "is a personal space, which has one member");
    }
    return id;
  }

  /** Members come and go one at a time, so that a space is never left without an owner. */
  private void lock(SpaceId space) {
    if (entities.find(SpaceRow.class, space.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
      throw Failures.unknown("/space", "The space");
    }
  }

  private void requireAnotherOwner(SpaceId space, MembershipRow row, @Nullable SpaceRole next) {
    if (!row.role.equals(SpaceRole.OWNER.name()) || next == SpaceRole.OWNER) {
      return;
    }
    long owners =
        entities
            .createQuery(
                "select count(m) from MembershipRow m where m.space = :space and m.role = 'OWNER'",
                Long.class)
            .setParameter("space", space.value())
            .getSingleResult();
    if (owners < 2) {
      throw Failures.invalid("/user", LAST_OWNER);
    }
  }

  private void requireRoomFor(String user) {
    long spaces =
        entities
            .createQuery("select count(m) from MembershipRow m where m.userId = :user", Long.class)
            .setParameter("user", user)
            .getSingleResult();
    if (spaces >= MOST_SPACES_OF_A_USER) {
      throw Failures.invalid(
          "/user", "is in " + MOST_SPACES_OF_A_USER + " spaces, the most that are allowed");
    }
  }

  private long members(SpaceId space) {
    return entities
        .createQuery("select count(m) from MembershipRow m where m.space = :space", Long.class)
        .setParameter("space", space.value())
        .getSingleResult();
  }

  private @Nullable MembershipRow find(SpaceId space, String user) {
    return entities.find(MembershipRow.class, new MembershipRow.Key(space.value(), user));
  }

  private static String member(MembershipRow row) {
    return row.userId + " " + row.role;
  }

  private static SpaceRole role(String role) {
    try {
      return SpaceRole.valueOf(role);
    } catch (IllegalArgumentException e) {
      throw Failures.invalid("/role", "must be VIEWER, EDITOR or OWNER");
    }
  }

  private static void checkUser(String user) {
    String problem = Caller.problem(user);
    if (problem != null) {
      throw Failures.invalid("/user", problem);
    }
  }

  private static SpaceId checked(String space) {
    String problem = SpaceId.problem(space);
    if (problem != null) {
      throw Failures.invalid("/space", problem);
    }
    return new SpaceId(space);
  }
}
