package org.tidemark.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;

/** The page, its modules and its style sheet: those that are named here, and no other file. */
public final class PageFiles {

  private static final List<String> MODULES =
      List.of(
          "address",
          "api",
          "app",
          "attached",
          "conflict-dialog",
          "conflicts",
          "dom",
          "fields",
          "live",
          "notice-list",
          "notices",
          "pager",
          "problems",
          "record",
          "records",
          "redraw",
          "replacing",
          "sentences",
          "settings",
          "sides",
          "snapshots",
          "uploads",
          "waiting",
          "words");

  private PageFiles() {}

  public static void add(Routes routes) {
    add(routes, "/", "index.html", "text/html; charset=utf-8");
    add(routes, "/page.css", "page.css", "text/css; charset=utf-8");
    add(routes, "/icon.svg", "icon.svg", "image/svg+xml");
    for (String module : MODULES) {
      add(routes, "/" + module + ".js", module + ".js", "text/javascript; charset=utf-8");
    }
  }

  private static void add(Routes routes, String path, String file, String type) {
    byte[] content = read(file);
    routes.get(path, call -> Reply.bytes(200, type, content));
  }

  private static byte[] read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program has no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
