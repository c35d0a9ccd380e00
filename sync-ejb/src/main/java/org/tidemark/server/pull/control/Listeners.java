package org.tidemark.server.pull.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.database.SqlArrays;

/** The connected clients of this node, and the two queries that keep them all up to date. */
@ApplicationScoped
public class Listeners {
  private static final String COUNTERS = "select id, seq from space where id = any (?)";
  private static final String MEMBERSHIPS =
      "select user_id, space from membership where user_id = any (?)";

  private final Set<Listener> connected = ConcurrentHashMap.newKeySet();

  @Inject private ChangeNotices notices;

  /** Connects a client; the answer disconnects it. */
  public Runnable connect(Connection connection, String user, Runnable onChange)
      throws SQLException {
    Listener listener = new Listener(user, onChange);
    follow(connection, Set.of(listener));
    connected.add(listener);
    return () -> {
      connected.remove(listener);
      listener.stop(notices);
    };
  }

  public boolean isEmpty() {
    return connected.isEmpty();
  }

  /** Finds what other nodes have committed. */
  public void observe(Connection connection) throws SQLException {
    Map<SpaceId, Long> counters = new HashMap<>();
    List<String> watched = notices.watched().stream().map(SpaceId::value).toList();
    try (PreparedStatement select = connection.prepareStatement(COUNTERS)) {
      select.setArray(1, SqlArrays.texts(connection, watched));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counters.put(new SpaceId(row.getString("id")), row.getLong("seq"));
        }
      }
    }
    notices.observe(counters);
  }

  /** Finds which memberships came and went. */
  public void refreshMemberships(Connection connection) throws SQLException {
    follow(connection, Set.copyOf(connected));
  }

  private void follow(Connection connection, Set<Listener> listeners) throws SQLException {
    Map<String, Set<SpaceId>> spaces = new HashMap<>();
    List<String> users = listeners.stream().map(Listener::user).distinct().toList();
    users.forEach(user -> spaces.put(user, new HashSet<>(Set.of(SpaceId.personal(user)))));
    try (PreparedStatement select = connection.prepareStatement(MEMBERSHIPS)) {
      select.setArray(1, SqlArrays.texts(connection, users));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          spaces
              .getOrDefault(row.getString("user_id"), new HashSet<>())
              .add(new SpaceId(row.getString("space")));
        }
      }
    }
    for (Listener listener : listeners) {
      listener.follow(spaces.getOrDefault(listener.user(), Set.of()), notices);
    }
  }
}
