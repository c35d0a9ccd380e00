package org.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** One run of a case on a server: its people, their devices, a shared space, and what was said. */
public final class Play {
  private final ServerSubject server;
  private final String tag;
  private final Transcript transcript = new Transcript();
  private int mutations;
  private int devices;

  Play(ServerSubject server, String tag) {
    this.server = server;
    this.tag = tag;
    server.makeSpace(team(), user("olga"));
    server.admit(team(), user("ana"), Role.EDITOR);
    server.admit(team(), user("ben"), Role.EDITOR);
  }

  /** A space that Ana and Ben may edit and Olga owns; Carl is a stranger. */
  SpaceId team() {
    return space("team");
  }

  SpaceId space(String name) {
    return new SpaceId(tag + "-" + name);
  }

  String user(String name) {
    return tag + "-" + name;
  }

  /** A new device of a user. */
  PlayDevice device(String user) {
    return new PlayDevice(this, server.as(user(user)), newClientId(user), transcript);
  }

  /** Another user with the client id of this device. */
  PlayDevice thief(String user, PlayDevice of) {
    return new PlayDevice(this, server.as(user(user)), of.clientId(), transcript);
  }

  PlayDevice administrator() {
    return new PlayDevice(this, server.administrator(), newClientId("admin"), transcript);
  }

  private ClientId newClientId(String user) {
    return new ClientId(tag + "-" + user + "-" + ++devices);
  }

  ServerSubject server() {
    return server;
  }

  /** A record of the shared space. */
  RecordKey key(String type, String id) {
    return key(team(), type, id);
  }

  RecordKey key(SpaceId space, String type, String id) {
    return new RecordKey(space, new EntityType(type), new RecordId(id));
  }

  Edit put(String type, String id, String data) {
    return put(key(type, id), data);
  }

  Edit put(RecordKey key, String data) {
    return Edit.of(newMutationId(), key, data);
  }

  Edit delete(String type, String id) {
    return Edit.of(newMutationId(), key(type, id), null);
  }

  String newMutationId() {
    return "m" + ++mutations;
  }

  void admit(SpaceId space, String user, Role role) {
    server.admit(space, user(user), role);
  }

  void dismiss(SpaceId space, String user) {
    server.dismiss(space, user(user));
  }

  /** Checks an answer's status, version and data. */
  ItemAnswer expect(
      ItemAnswer item, String status, @Nullable Integer version, @Nullable String data) {
    assertThat(item.status().name()).as(transcript.text()).isEqualTo(status);
    assertThat(item.version()).as(transcript.text()).isEqualTo(version);
    Document expected = data == null ? null : Edit.document(data);
    assertThat(item.data()).as(transcript.text()).isEqualTo(expected);
    return item;
  }

  ConflictAnswer expectConflict(ItemAnswer item, String type) {
    assertThat(item.status().name()).as(transcript.text()).isEqualTo("CONFLICT");
    ConflictAnswer conflict = Objects.requireNonNull(item.conflict());
    assertThat(conflict.conflict().type().name()).as(transcript.text()).isEqualTo(type);
    return conflict;
  }

  void expectRefused(ItemAnswer item, String code) {
    assertThat(item.status().name()).as(transcript.text()).isEqualTo("REJECTED");
    ErrorAnswer error = Objects.requireNonNull(item.error());
    assertThat(error.code()).as(transcript.text()).isEqualTo(code);
  }

  String transcript() {
    return transcript.text();
  }
}
