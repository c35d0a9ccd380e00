package org.tidemark.server.space.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/**
 * The one place that says which spaces a caller may see and change.
 *
 * <p>Who is an auditor and nothing else reads every space and changes none: whatever they are a
 * member of, their own personal space too, they hold as a viewer.
 *
 * <p>A user's personal space is made when it is first needed, so nobody has to be signed up.
 */
@ApplicationScoped
public class SpaceAccess {
  private static final String ROLE = "select role from membership where space = ? and user_id = ?";
  private static final String GRANTS =
      "select space, role from membership where user_id = ? order by space";
  private static final String CREATE_SPACE =
      """
      insert into space (id, personal_of, created_by, created_at) values (?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String CREATE_MEMBER =
      """
      insert into membership (space, user_id, role, since) values (?, ?, ?, ?)
      on conflict (space, user_id) do nothing
      """;

  @Inject private InstantSource clock;

  /** Whether the caller may push to the space, as whose member it was just read with this role. */
  public boolean mayWrite(
      Connection connection, Caller caller, SpaceId space, @Nullable SpaceRole role)
      throws SQLException {
    if (!changesAnything(caller)) {
      return false;
    }
    if (role == null && space.equals(SpaceId.personal(caller.user()))) {
      createPersonal(connection, caller);
      return true;
    }
    return role != null && role.atLeast(SpaceRole.EDITOR);
  }

  /** Whether the caller may add to the space: its editors may. */
  public boolean mayWrite(Connection connection, Caller caller, SpaceId space) throws SQLException {
    return changesAnything(caller) && has(connection, caller, space, SpaceRole.EDITOR);
  }

  /** Whether the caller may change anything at all: users and admins may, mere auditors may not. */
  public boolean changesAnything(Caller caller) {
    return caller.is(Role.USER) || caller.is(Role.ADMIN);
  }

  /** What a membership of this role comes to in the hands of the caller. */
  public SpaceRole held(Caller caller, SpaceRole role) {
    return changesAnything(caller) ? role : SpaceRole.VIEWER;
  }

  /** The spaces that the caller is a member of, with the role in each; the personal one always. */
  public Map<SpaceId, SpaceRole> grants(Connection connection, Caller caller) throws SQLException {
    Map<SpaceId, SpaceRole> grants = readGrants(connection, caller);
    if (!grants.containsKey(SpaceId.personal(caller.user()))) {
      createPersonal(connection, caller);
      return readGrants(connection, caller);
    }
    return grants;
  }

  /** As {@link #grants}, for who only looks: the personal space is named, and not made. */
  public Set<SpaceId> spaces(Connection connection, Caller caller) throws SQLException {
    Set<SpaceId> spaces = new LinkedHashSet<>(readGrants(connection, caller).keySet());
    spaces.add(SpaceId.personal(caller.user()));
    return spaces;
  }

  /** Whether the caller may read the space: its members may, admins and auditors everywhere. */
  public boolean mayRead(Connection connection, Caller caller, SpaceId space) throws SQLException {
    return readsEverywhere(caller) || has(connection, caller, space, SpaceRole.VIEWER);
  }

  /** Whether the caller may settle conflicts of the space: its editors may, admins everywhere. */
  public boolean mayResolve(Connection connection, Caller caller, SpaceId space)
      throws SQLException {
    return caller.is(Role.ADMIN) || has(connection, caller, space, SpaceRole.EDITOR);
  }

  /** Whether the caller may manage the members: the space's owners may, admins everywhere. */
  public boolean mayManage(Connection connection, Caller caller, SpaceId space)
      throws SQLException {
    return caller.is(Role.ADMIN) || has(connection, caller, space, SpaceRole.OWNER);
  }

  /** Whether the caller sees every space: admins and auditors do, and are audited. */
  public boolean readsEverywhere(Caller caller) {
    return caller.is(Role.ADMIN) || caller.is(Role.AUDITOR);
  }

  private boolean has(Connection connection, Caller caller, SpaceId space, SpaceRole least)
      throws SQLException {
    SpaceRole role =
        space.equals(SpaceId.personal(caller.user()))
            ? SpaceRole.OWNER
            : role(connection, caller.user(), space);
    return role != null && held(caller, role).atLeast(least);
  }

  private static @Nullable SpaceRole role(Connection connection, String user, SpaceId space)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ROLE)) {
      select.setString(1, space.value());
      select.setString(2, user);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? SpaceRole.valueOf(row.getString("role")) : null;
      }
    }
  }

  private static Map<SpaceId, SpaceRole> readGrants(Connection connection, Caller caller)
      throws SQLException {
    Map<SpaceId, SpaceRole> grants = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(GRANTS)) {
      select.setString(1, caller.user());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          grants.put(new SpaceId(row.getString("space")), SpaceRole.valueOf(row.getString("role")));
        }
      }
    }
    return grants;
  }

  private void createPersonal(Connection connection, Caller caller) throws SQLException {
    SpaceId space = SpaceId.personal(caller.user());
    createSpace(connection, space, caller.user(), caller.user());
    addMember(connection, space, caller.user(), SpaceRole.OWNER);
  }

  /** Makes a space with its owner; false where the name is taken. */
  public boolean create(Connection connection, SpaceId space, String owner) throws SQLException {
    boolean made = createSpace(connection, space, null, owner);
    if (made) {
      addMember(connection, space, owner, SpaceRole.OWNER);
    }
    return made;
  }

  private boolean createSpace(
      Connection connection, SpaceId space, @Nullable String personalOf, String createdBy)
      throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE_SPACE)) {
      create.setString(1, space.value());
      create.setString(2, personalOf);
      create.setString(3, createdBy);
      create.setObject(4, time(clock.instant()));
      return create.executeUpdate() == 1;
    }
  }

  public void addMember(Connection connection, SpaceId space, String user, SpaceRole role)
      throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE_MEMBER)) {
      create.setString(1, space.value());
      create.setString(2, user);
      create.setString(3, role.name());
      create.setObject(4, time(clock.instant()));
      create.executeUpdate();
    }
  }
}
