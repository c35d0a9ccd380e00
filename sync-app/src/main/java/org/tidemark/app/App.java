package org.tidemark.app;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tidemark.app.conflict.ConflictPages;
import org.tidemark.app.door.Door;
import org.tidemark.app.door.Session;
import org.tidemark.app.http.Routes;
import org.tidemark.app.http.Server;
import org.tidemark.app.live.Live;
import org.tidemark.app.outbox.OutboxPages;
import org.tidemark.app.page.PageFiles;
import org.tidemark.app.record.RecordPages;
import org.tidemark.app.session.Options;
import org.tidemark.app.session.Workplace;
import org.tidemark.app.status.StatusPages;
import org.tidemark.app.status.SyncDesk;
import org.tidemark.app.undo.UndoPages;
import org.tidemark.app.upload.Photos;
import org.tidemark.app.upload.UploadPages;
import org.tidemark.client.settings.ClientSettings;

/** The program as it runs: an open client, and the server of its page. */
final class App implements AutoCloseable {

  private final Workplace workplace;
  private final Server server;
  private final Live live;
  private final SyncDesk desk;

  private App(Workplace workplace, Server server) {
    this.workplace = workplace;
    this.server = server;
    this.live = new Live(workplace.client());
    this.desk = new SyncDesk(workplace.client());
  }

  /**
   * Starts it. The port is taken first: a second copy on it then leaves the data alone.
   *
   * @param announcing is told each address that lets a browser in, once
   */
  static App start(
      Options options, UnaryOperator<ClientSettings> adapting, Consumer<String> announcing)
      throws IOException {
    Server server = Server.on(options.port());
    try {
      App app = new App(Workplace.open(options, adapting), server);
      app.serve(announcing);
      return app;
    } catch (RuntimeException | Error e) {
      server.close();
      throw e;
    }
  }

  private void serve(Consumer<String> announcing) {
    String entrance = "http://" + server.authority() + Door.ENTRANCE + "?token=";
    Session session = new Session(token -> announcing.accept(entrance + token));
    server.start(new Door(server.authority(), session, routes()::answer));
    workplace.client().start();
    session.announce();
  }

  private Routes routes() {
    Routes routes = new Routes();
    PageFiles.add(routes);
    live.add(routes);
    new StatusPages(workplace, desk, live::statusChanged).add(routes);
    new RecordPages(workplace.client()).add(routes);
    new ConflictPages(workplace.client()).add(routes);
    new UndoPages(workplace.client()).add(routes);
    new OutboxPages(workplace.client(), workplace.settings()).add(routes);
    new UploadPages(workplace.client(), workplace.settings()).add(routes);
    new Photos(workplace).add(routes);
    return routes;
  }

  Workplace workplace() {
    return workplace;
  }

  String authority() {
    return server.authority();
  }

  @Override
  public void close() {
    live.close();
    server.close();
    desk.close();
    workplace.close();
  }
}
