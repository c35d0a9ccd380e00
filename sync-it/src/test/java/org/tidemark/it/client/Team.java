package org.tidemark.it.client;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** Two people whom no other test knows, the space that they share, and their phones. */
final class Team implements AutoCloseable {

  private final TestServer server;
  private final Path folder;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Their space, and the user names of its owner and its other member, an editor. */
  final String space = TestServer.unique("team");

  final String owner = TestServer.unique("olivia");
  final String member = TestServer.unique("max");

  Team(TestServer server, Path folder) {
    this.server = server;
    this.folder = folder;
    ownersDevice().ask("mutation { createSpace(space: %s) { space } }".formatted(quoted(space)));
    admit("EDITOR");
  }

  /** The member's role from now on. */
  void admit(String role) {
    ownersDevice()
        .ask(
            "mutation { inviteMember(space: %s, user: %s, role: \"%s\") { user } }"
                .formatted(quoted(space), quoted(member), role));
  }

  /** The member is one no longer. */
  void dismiss() {
    ownersDevice()
        .ask(
            "mutation { removeMember(space: %s, user: %s) }"
                .formatted(quoted(space), quoted(member)));
  }

  Device ownersDevice() {
    return server.device(owner);
  }

  /** The owner's phone, on a good network. */
  Phone owners() {
    return phone(owner, UnaryOperator.identity());
  }

  /** The member's phone, on a good network. */
  Phone members() {
    return phone(member, UnaryOperator.identity());
  }

  Phone phone(String user, UnaryOperator<ClientSettings> more) {
    return opened(
        new Phone(
            server.server().addresses().sync(),
            user,
            server.token(user, "user"),
            file(),
            space,
            more));
  }

  /** The member's phone behind a bad network. */
  Phone members(UnreliableProxy network, UnaryOperator<ClientSettings> more) {
    return opened(
        new Phone(network.address(), member, server.token(member, "user"), file(), space, more));
  }

  UnreliableProxy network() {
    return opened(new UnreliableProxy(server.server().addresses().sync()));
  }

  private Path file() {
    return folder.resolve(TestServer.unique("phone") + ".db");
  }

  private <T extends AutoCloseable> T opened(T opening) {
    opened.push(opening);
    return opening;
  }

  /** The record as the server has it. */
  Tree onServer(String type, String id) {
    return ownersDevice().record(space, type, id);
  }

  /** How many rows of a table are about a record of the team. */
  long rows(String table, String id) {
    return server.number(
        "select count(*) from " + table + " where space = ? and id = ?", space, id);
  }

  private static String quoted(String text) {
    return Http.quoted(text);
  }

  @Override
  public void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}
