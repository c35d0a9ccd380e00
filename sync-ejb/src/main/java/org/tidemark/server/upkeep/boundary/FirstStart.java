package org.tidemark.server.upkeep.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.policy.control.PolicyArchive;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.SpaceAccess;
import org.tidemark.server.space.control.SpaceRole;

/**
 * Puts the default policies in force at the first start, and makes the demo's space.
 *
 * <p>Once any policy was saved the file counts no more: the database does. Two nodes that start at
 * once take turns on the server's state row.
 */
@Singleton
@Startup
@PermitAll
public class FirstStart {
  private static final Caller SERVER = new Caller("server", Set.of(Role.ADMIN), "first-start");
  private static final SpaceId DEMO = new SpaceId("demo");

  @Inject private ServerSettings settings;
  @Inject private Database database;
  @Inject private PolicyArchive policies;
  @Inject private SpaceAccess access;
  @Inject private AuditTrail audit;

  @PostConstruct
  void begin() {
    database.call(
        connection ->
            connection.prepareStatement("select 1 from server_state for update").execute());
    if (policies.isEmpty()) {
      String text = policiesText();
      if (text != null) {
        save(text);
      }
    }
    if (settings.demo()) {
      makeDemoSpace();
    }
  }

  private void makeDemoSpace() {
    if (database.call(connection -> access.create(connection, DEMO, "admin"))) {
      audit.space(SERVER, "space.create", DEMO, null, "admin " + SpaceRole.OWNER);
      addEditor("ana");
      addEditor("ben");
    }
  }

  private void addEditor(String user) {
    database.call(
        connection -> {
          access.addMember(connection, DEMO, user, SpaceRole.EDITOR);
          return true;
        });
    audit.space(SERVER, "space.invite", DEMO, null, user + " " + SpaceRole.EDITOR);
  }

  private void save(String text) {
    try {
      if (JsonReader.read(text) instanceof JsonArray array) {
        for (Json policy : array.elements()) {
          policies.save(SERVER, (JsonObject) policy, null);
        }
        return;
      }
    } catch (InvalidJson e) {
      throw refused(e);
    } catch (ClassCastException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  private @Nullable String policiesText() {
    try {
      String file = settings.policiesFile();
      if (file != null) {
        return Files.readString(Path.of(file));
      }
      if (!settings.demo()) {
        return null;
      }
      try (InputStream demo = FirstStart.class.getResourceAsStream("/demo-policies.json")) {
        return new String(demo.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "The file of SYNC_POLICIES_FILE, " + settings.policiesFile() + ", cannot be read.", e);
    }
  }

  private IllegalStateException refused(@Nullable Exception cause) {
    return new IllegalStateException(
        "The file of SYNC_POLICIES_FILE, "
            + settings.policiesFile()
            + ", must be a JSON array of policies.",
        cause);
  }
}
