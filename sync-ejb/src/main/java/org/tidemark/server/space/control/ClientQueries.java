package org.tidemark.server.space.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.space.boundary.ClientPage;
import org.tidemark.server.space.boundary.ClientView;

/** Lists clients along the index of their users. */
@ApplicationScoped
public class ClientQueries {
  private static final String PAGE =
      """
      select id, user_id, created_at, last_seen_at, clock_offset_ms
        from client where (user_id, id) > (?, ?) %s
       order by user_id, id limit ?
      """;

  public ClientPage page(
      Connection connection, @Nullable String user, @Nullable String from, int size)
      throws SQLException {
    String[] place = from == null ? new String[] {"", ""} : parse(from);
    List<ClientView> clients = new ArrayList<>();
    String sql = PAGE.formatted(user == null ? "" : "and user_id ^@ ?");
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = 1;
      select.setString(i++, place[0]);
      select.setString(i++, place[1]);
      if (user != null) {
        select.setString(i++, user);
      }
      select.setInt(i, size + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          clients.add(client(row));
        }
      }
    }
    return clients.size() <= size
        ? new ClientPage(clients, null)
        : new ClientPage(clients.subList(0, size), place(clients.get(size - 1)));
  }

  /** What corrects the times of a client is how far its clock is behind. */
  private static ClientView client(ResultSet row) throws SQLException {
    return new ClientView(
        row.getString("id"),
        row.getString("user_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(row.getLong("clock_offset_ms")).negated());
  }

  /** Neither name holds a control character. */
  private static String place(ClientView last) {
    byte[] plain = (last.user() + "\n" + last.clientId()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  private static String[] parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\n", 2);
      if (parts.length == 2 && plain.indexOf('\0') < 0) {
        return parts;
      }
    } catch (IllegalArgumentException notBase64) {
      throw Failures.invalid("/from", "is not a place in the list of clients");
    }
    throw Failures.invalid("/from", "is not a place in the list of clients");
  }
}
